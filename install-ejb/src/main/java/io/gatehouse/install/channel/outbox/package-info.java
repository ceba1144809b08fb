/**
 * Outbound chat messages: stored by the transaction that decides to send them, and sent by any node, in the order of
 * each chat. Must not know what the texts mean.
 */
@NullMarked
package io.gatehouse.install.channel.outbox;

import org.jspecify.annotations.NullMarked;
