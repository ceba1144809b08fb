package io.gatehouse.contract.message;

import java.util.List;
import java.util.UUID;

/** What waits for agents. Whoever sees a message has seen all that lie before it. */
public interface Inboxes {

    /** Forgets what lies at this position and before it: the agent has it. Positions never given out count as nothing. */
    void acknowledge(UUID agentId, long position);

    /** What lies after this position, oldest first, at most {@code limit}. */
    List<IncomingMessage> after(UUID agentId, long position, int limit);
}
