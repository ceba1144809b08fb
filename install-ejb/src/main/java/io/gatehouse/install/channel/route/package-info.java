/**
 * Determines the agent that an account's messages are routed to. Reads only, and as little as possible, because it runs
 * for every message.
 */
@NullMarked
package io.gatehouse.install.channel.route;

import org.jspecify.annotations.NullMarked;
