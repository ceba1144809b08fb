package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.held.Envelope;

/** Where messages go that a gateway handed in, once they are answered. */
public interface GatewayRouting {

    /** In which a message is kept, should it have to wait. */
    Envelope envelope(ChatMessage message);

    /** Hands a routed message on, the first time that it comes; in the caller's transaction. */
    void route(ChatMessage message, SenderResolver.Received received);
}
