package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.domain.host.BindingState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered agent as the database has it.
 *
 * @param lastSeenAt while it is active, its host's is the later one
 */
record DirectoryRow(
        UUID agentId,
        String userId,
        String alias,
        String host,
        @Nullable String displayName,
        UUID bindingId,
        BindingState state,
        long generation,
        Instant lastSeenAt,
        long changeNumber,
        @Nullable Instant hostLastSeenAt,
        @Nullable Instant leaseExpiresAt) {

    Entry entry(AgentStatus status, int activeTokens) {
        return new Entry(
                agentId,
                new AgentUserId(userId),
                new AgentName(alias, host),
                displayName,
                status,
                activeTokens,
                generation,
                state == BindingState.ACTIVE && hostLastSeenAt != null ? hostLastSeenAt : lastSeenAt,
                status == AgentStatus.RETIRED ? null : leaseExpiresAt);
    }

    String cursor() {
        return ChangePosition.cursor(changeNumber, bindingId);
    }
}
