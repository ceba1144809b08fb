package io.gatehouse.contract.registry;

import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the directory answers. */
public sealed interface DirectoryResult permits DirectoryResult.Listed, HostRefusal {

    /** @param asOf what to ask for changes since, having read to the end with this page */
    record Listed(Page<Entry> page, Instant asOf) implements DirectoryResult {}

    /**
     * An agent as it stands.
     *
     * @param activeTokens how many of its tokens are accepted
     * @param generation of its last registration
     * @param lastSeenAt the last sign of life of its host that speaks for it
     * @param leaseExpiresAt of its host; null where the agent is retired
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
