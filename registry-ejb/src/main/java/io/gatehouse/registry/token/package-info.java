/**
 * Mints, rotates and revokes opaque tokens, and makes the first one. Keeps hashes; a raw token passes through and is gone.
 * Must not judge who is let in.
 */
@NullMarked
package io.gatehouse.registry.token;

import org.jspecify.annotations.NullMarked;
