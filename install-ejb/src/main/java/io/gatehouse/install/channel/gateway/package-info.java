/**
 * Chats whose messages gateways submit: messages are routed to the serving agents, and the replies wait for the
 * gateway. Must not send anything itself.
 */
@NullMarked
package io.gatehouse.install.channel.gateway;

import org.jspecify.annotations.NullMarked;
