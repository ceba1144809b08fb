package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.DirectoryResult.Listed;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the directory. It carries either the cursor of the next page, or the point in time from which to request
 * changes.
 */
record DirectoryAnswer(
        List<AgentEntry> agents,

        @JsonbProperty("next_cursor") @Schema(name = "next_cursor", description = "Missing on the last page") @Nullable String nextCursor,

        @JsonbProperty("as_of")
        @Schema(
                name = "as_of",
                description = "On the last page: the updated_since with which no later change is missed")
        @Nullable Instant asOf) {

    static DirectoryAnswer from(Listed listed) {
        String next = listed.page().nextCursor();
        return new DirectoryAnswer(
                listed.page().items().stream().map(AgentEntry::from).toList(),
                next,
                next == null ? listed.asOf() : null);
    }

    /** A registered agent. */
    @Schema(name = "RegisteredAgent")
    record AgentEntry(
            @JsonbProperty("agent_user_id") @Schema(name = "agent_user_id")
            String agentUserId,

            String alias,

            String host,

            @JsonbProperty("display_name") @Schema(name = "display_name") @Nullable String displayName,

            @Schema(description = "active, stale or retired")
            String status,

            @JsonbProperty("active_tokens")
            @Schema(name = "active_tokens", description = "How many of its tokens are valid now")
            int activeTokens,

            @Schema(description = "The generation of its last registration")
            long generation,

            @JsonbProperty("last_seen_at")
            @Schema(name = "last_seen_at", description = "When its host last called on its behalf")
            Instant lastSeenAt,

            @JsonbProperty("lease_expires_at")
            @Schema(
                    name = "lease_expires_at",
                    description = "The end of its host's lease; missing if the agent is retired")
            @Nullable Instant leaseExpiresAt) {

        static AgentEntry from(Entry entry) {
            return new AgentEntry(
                    entry.agentUserId().value(),
                    entry.name().alias(),
                    entry.name().host(),
                    entry.displayName(),
                    entry.status().name().toLowerCase(Locale.ROOT),
                    entry.activeTokens(),
                    entry.generation(),
                    entry.lastSeenAt(),
                    entry.leaseExpiresAt());
        }
    }
}
