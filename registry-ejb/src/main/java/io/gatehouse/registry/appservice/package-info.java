/**
 * What the homeserver pushes: transactions that are taken once, which agents are in its rooms, and invitations that
 * agents follow. Delivers into inboxes; must not know what a transaction looks like on the wire.
 */
@NullMarked
package io.gatehouse.registry.appservice;

import org.jspecify.annotations.NullMarked;
