/**
 * The port to the homeserver. Knows users, rooms and events, but neither hosts nor tokens. Its adapters are in separate
 * packages.
 */
@NullMarked
package io.gatehouse.registry.matrix.homeserver;

import org.jspecify.annotations.NullMarked;
