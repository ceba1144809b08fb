/**
 * Webhook deliveries, from the proof to the messages in them. A delivery is verified before it is read; items that are
 * not messages for an agent are counted. Must not process messages.
 */
@NullMarked
package io.gatehouse.install.channel.webhook;

import org.jspecify.annotations.NullMarked;
