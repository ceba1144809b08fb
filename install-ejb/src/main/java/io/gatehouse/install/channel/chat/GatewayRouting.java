package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.claim.held.Envelope;

/** Routes messages that a gateway submitted, after they are answered. */
public interface GatewayRouting {

    /** Returns the envelope in which the message is stored if it must wait for the sender's answer. */
    Envelope envelope(ChatMessage message);

    /**
     * Delivers a routed message to the agent when it is received for the first time. Runs in the caller's transaction.
     */
    void route(ChatMessage message, Received received);
}
