/**
 * What the homeserver pushes: transactions that are processed once, the agents in its rooms, and invitations that
 * agents accept. Delivers into inboxes. Must not know the wire format of a transaction.
 */
@NullMarked
package io.gatehouse.registry.matrix.appservice;

import org.jspecify.annotations.NullMarked;
