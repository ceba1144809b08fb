/** Platform accounts of members: how a claim links one, and what users see of theirs. Implemented by the registry. */
@NullMarked
package io.gatehouse.contract.identity;

import org.jspecify.annotations.NullMarked;
