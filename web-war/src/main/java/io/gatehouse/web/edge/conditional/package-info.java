/** Conditional requests by entity tag (RFC 9110 section 13). Creates no tags of its own. */
@NullMarked
package io.gatehouse.web.edge.conditional;

import org.jspecify.annotations.NullMarked;
