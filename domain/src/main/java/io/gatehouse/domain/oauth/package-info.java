/** The key pairs that sign the tokens of agents. A private key leaves this package only sealed. */
@NullMarked
package io.gatehouse.domain.oauth;

import org.jspecify.annotations.NullMarked;
