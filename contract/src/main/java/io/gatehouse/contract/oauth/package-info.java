/** The keys of the tokens that Gatehouse signs. Implemented by the registry; must not know OAuth endpoints. */
@NullMarked
package io.gatehouse.contract.oauth;

import org.jspecify.annotations.NullMarked;
