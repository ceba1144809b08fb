/**
 * Gatehouse as a client of a Matrix homeserver: calls its client-server API as an application service, and implements
 * the port to rooms. Knows no table and no token of Gatehouse. What the homeserver sends to Gatehouse is not here.
 */
@NullMarked
package io.gatehouse.registry.matrix;

import org.jspecify.annotations.NullMarked;
