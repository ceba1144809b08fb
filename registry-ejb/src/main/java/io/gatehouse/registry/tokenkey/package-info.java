/**
 * The key pairs that sign the tokens of agents: made, sealed, turned in time, and let go. Must not know what is signed.
 */
@NullMarked
package io.gatehouse.registry.tokenkey;

import org.jspecify.annotations.NullMarked;
