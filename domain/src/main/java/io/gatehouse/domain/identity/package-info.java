/** Platform accounts of members. Holds which account is whose; must not know how accounts are written (that is account). */
@NullMarked
package io.gatehouse.domain.identity;

import org.jspecify.annotations.NullMarked;
