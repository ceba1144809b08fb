/** Pages of lists, as callers ask for them. */
@NullMarked
package io.gatehouse.web.page;

import org.jspecify.annotations.NullMarked;
