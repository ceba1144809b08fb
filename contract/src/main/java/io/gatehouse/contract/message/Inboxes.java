package io.gatehouse.contract.message;

import java.util.List;
import java.util.UUID;

/** The inboxes of agents. Once a message is visible, all messages at lower positions are. */
public interface Inboxes {

    /**
     * Deletes the messages up to this position: the agent has received them. Ignores positions that were never
     * assigned.
     */
    void acknowledge(UUID agentId, long position);

    /** Returns at most {@code limit} messages after this position, oldest first. */
    List<IncomingMessage> after(UUID agentId, long position, int limit);
}
