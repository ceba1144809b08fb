package io.gatehouse.registry.agent;

import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.domain.host.BindingState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered agent as read from the database.
 *
 * @param lastSeenAt ignored while the binding is active, because the host's is then the later one
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
        return Cursor.of(changeNumber, bindingId);
    }
}
