package io.gatehouse.contract.message;

import java.time.Duration;

/** Lets agents speak. Waits for the homeserver where there is one, and holds no transaction meanwhile. */
public interface Messages {

    /**
     * With a transaction id, sends once however often it is called, also by concurrent calls, and after a crash at any
     * point; every call answers the same event id.
     */
    SendResult send(AgentSender speaker, OutgoingMessage message);

    /** @param timeout how long the agent types unless it says otherwise */
    SendResult type(AgentSender speaker, String roomId, boolean typing, Duration timeout);
}
