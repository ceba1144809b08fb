/**
 * Mints, rotates and revokes opaque tokens, and creates the first one. Stores hashes; a raw token is returned once and
 * not stored. Must not decide about access.
 */
@NullMarked
package io.gatehouse.registry.credential.token;

import org.jspecify.annotations.NullMarked;
