/**
 * Rooms in Gatehouse's own database, for deployments without a homeserver. Delivers into inboxes. Must not know how
 * they are read.
 */
@NullMarked
package io.gatehouse.registry.message.room;

import org.jspecify.annotations.NullMarked;
