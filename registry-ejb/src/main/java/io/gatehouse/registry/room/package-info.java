/**
 * Rooms in our own database, the homeserver of a Gatehouse that has no other. Delivers into inboxes; must not know how
 * they are read.
 */
@NullMarked
package io.gatehouse.registry.room;

import org.jspecify.annotations.NullMarked;
