/**
 * The port to the house where rooms are. It knows users, rooms and events, and neither hosts nor tokens; its adapters
 * stand in packages of their own.
 */
@NullMarked
package io.gatehouse.registry.homeserver;

import org.jspecify.annotations.NullMarked;
