/** The keys of the tokens that Gatehouse itself signs. Implemented by the registry; must not know of OAuth's endpoints. */
@NullMarked
package io.gatehouse.contract.oauth;

import org.jspecify.annotations.NullMarked;
