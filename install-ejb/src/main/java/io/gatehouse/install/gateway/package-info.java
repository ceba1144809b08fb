/**
 * Chats whose messages gateways hand in: they are routed to the agents that serve, and what those answer waits for the
 * gateway. Must not send anything itself.
 */
@NullMarked
package io.gatehouse.install.gateway;

import org.jspecify.annotations.NullMarked;
