package io.gatehouse.registry.message;

import java.util.List;
import java.util.UUID;

/** Something lies in these agents' inboxes that did not lie there before. */
record Delivered(List<UUID> agentIds) {

    Delivered {
        agentIds = List.copyOf(agentIds);
    }
}
