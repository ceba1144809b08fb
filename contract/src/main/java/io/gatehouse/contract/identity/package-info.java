/** Platform accounts of members: what a user sees of theirs, and how a claim links one. Implemented by the registry. */
@NullMarked
package io.gatehouse.contract.identity;

import org.jspecify.annotations.NullMarked;
