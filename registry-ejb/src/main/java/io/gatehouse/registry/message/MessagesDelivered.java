package io.gatehouse.registry.message;

import java.util.List;
import java.util.UUID;

/** CDI event: messages were added to these agents' inboxes. */
record MessagesDelivered(List<UUID> agentIds) {

    MessagesDelivered {
        agentIds = List.copyOf(agentIds);
    }
}
