/** Who a caller is and what they may: the roles, and the rule that a resource method without a rule is nobody's. */
@NullMarked
package io.gatehouse.web.access;

import org.jspecify.annotations.NullMarked;
