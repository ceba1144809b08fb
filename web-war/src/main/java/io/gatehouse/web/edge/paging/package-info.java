/** Paging parameters of lists. */
@NullMarked
package io.gatehouse.web.edge.paging;

import org.jspecify.annotations.NullMarked;
