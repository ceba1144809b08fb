/**
 * Gatehouse as a client of a Matrix homeserver: calls of its client-server API as an application service, and the
 * homeserver's side of the port to rooms. Knows no table and no token of ours; what the homeserver sends us is not here.
 */
@NullMarked
package io.gatehouse.registry.matrix;

import org.jspecify.annotations.NullMarked;
