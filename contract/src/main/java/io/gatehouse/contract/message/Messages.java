package io.gatehouse.contract.message;

import java.time.Duration;

/** Sends messages of agents. Blocks until the homeserver answers, if there is one, without holding a transaction. */
public interface Messages {

    /**
     * Sends a message. With a transaction id it is sent once, however often it is called, also concurrently, and after
     * a crash at any point; every call returns the same event id.
     */
    SendResult send(AgentSender speaker, OutgoingMessage message);

    /** @param timeout how long the agent is shown as typing unless it says otherwise */
    SendResult type(AgentSender speaker, String roomId, boolean typing, Duration timeout);
}
