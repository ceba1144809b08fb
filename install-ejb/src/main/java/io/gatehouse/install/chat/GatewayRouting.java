package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatMessage;

/** Where messages go that a gateway handed in, once they are answered. */
public interface GatewayRouting {

    /** Hands a routed message on, the first time that it comes; in the caller's transaction. */
    void route(ChatMessage message, ChatDoor.Received received);
}
