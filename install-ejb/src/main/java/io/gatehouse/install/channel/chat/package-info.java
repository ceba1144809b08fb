/**
 * Answers chat messages: determines the sender, whether the message was answered before, and what it asks for. One
 * transaction per message. Must not know how a token is redeemed.
 */
@NullMarked
package io.gatehouse.install.channel.chat;

import org.jspecify.annotations.NullMarked;
