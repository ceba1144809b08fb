/** Paging parameters of lists. */
@NullMarked
package io.gatehouse.web.page;

import org.jspecify.annotations.NullMarked;
