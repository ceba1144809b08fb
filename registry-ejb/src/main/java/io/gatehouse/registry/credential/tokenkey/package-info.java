/**
 * The key pairs that sign the tokens of agents: generated, sealed, rotated and deleted on schedule. Must not know what
 * is signed.
 */
@NullMarked
package io.gatehouse.registry.credential.tokenkey;

import org.jspecify.annotations.NullMarked;
