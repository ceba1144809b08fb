/**
 * Judges opaque tokens, from this node's memory where that can be trusted. Must not change a token; keeps neither raw
 * texts nor anything that the database would not tell again.
 */
@NullMarked
package io.gatehouse.registry.access;

import org.jspecify.annotations.NullMarked;
