package io.gatehouse.registry.message;

import java.util.List;
import java.util.UUID;

/** A message and the agents whose inboxes it is added to. */
public record Delivery(List<UUID> agentIds, InboxMessage message) {

    public Delivery {
        agentIds = List.copyOf(agentIds);
    }
}
