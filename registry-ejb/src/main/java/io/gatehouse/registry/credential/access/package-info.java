/**
 * Validates opaque tokens, from this node's cache as long as it is up to date. Must not change a token. Stores neither
 * raw texts nor anything that the database would not return.
 */
@NullMarked
package io.gatehouse.registry.credential.access;

import org.jspecify.annotations.NullMarked;
