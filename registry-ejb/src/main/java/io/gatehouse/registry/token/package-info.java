/** Judges, mints, rotates and revokes opaque tokens, and makes the first one. Keeps hashes; a raw token passes through and is gone. */
@NullMarked
package io.gatehouse.registry.token;

import org.jspecify.annotations.NullMarked;
