/** Platform accounts of members. Must not know how accounts are written (see {@code contract.platform}). */
@NullMarked
package io.gatehouse.domain.identity;

import org.jspecify.annotations.NullMarked;
