/** The key pairs that sign the tokens of agents. A private half leaves only sealed. */
@NullMarked
package io.gatehouse.domain.oauth;

import org.jspecify.annotations.NullMarked;
