package io.gatehouse.contract.registry;

import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of listing agents. */
public sealed interface DirectoryResult permits DirectoryResult.Listed, HostRefusal {

    /** @param asOf the time to ask for later changes from, after reading to the end with this page */
    record Listed(Page<Entry> page, Instant asOf) implements DirectoryResult {}

    /**
     * An agent and its current status.
     *
     * @param activeTokens how many of its tokens are valid
     * @param generation of its last registration
     * @param lastSeenAt the last sign of life of its host that counts for it
     * @param leaseExpiresAt of its host; null if the agent is retired
     */
    record Entry(
            UUID agentId,
            AgentUserId agentUserId,
            AgentName name,
            @Nullable String displayName,
            AgentStatus status,
            int activeTokens,
            long generation,
            Instant lastSeenAt,
            @Nullable Instant leaseExpiresAt) {}
}
