/**
 * Who a caller is and what they may do: the roles, and the rule that a resource method without an access rule refuses
 * everyone.
 */
@NullMarked
package io.gatehouse.web.edge.access;

import org.jspecify.annotations.NullMarked;
