/** Limits the size of request bodies by path. Does not look at their content. */
@NullMarked
package io.gatehouse.web.edge.limit;

import org.jspecify.annotations.NullMarked;
