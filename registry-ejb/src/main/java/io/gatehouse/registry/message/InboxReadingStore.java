package io.gatehouse.registry.message;

import io.gatehouse.contract.message.ChatOrigin;
import io.gatehouse.contract.message.IncomingMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Queries for readers of inboxes. */
@Dependent
class InboxReadingStore {

    private final EntityManager entities;

    @Inject
    InboxReadingStore(EntityManager entities) {
        this.entities = entities;
    }

    List<IncomingMessage> after(UUID agentId, long position, int limit) {
        List<?> rows = entities.createNativeQuery("select position, event_id, room_id, sender, event_type, content,"
                        + " sent_at, cast(installed_agent_id as varchar(36)), cast(organization_id as varchar(36))"
                        + " from inbox_message where agent_id = ?1 and position > ?2 order by position")
                .setParameter(1, agentId)
                .setParameter(2, position)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> message((Object[]) row)).toList();
    }

    private static IncomingMessage message(Object[] row) {
        return new IncomingMessage(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                instant(row[6]),
                chat((String) row[7], (String) row[8]));
    }

    private static @Nullable ChatOrigin chat(@Nullable String installedAgentId, @Nullable String organizationId) {
        return installedAgentId == null || organizationId == null
                ? null
                : new ChatOrigin(UUID.fromString(installedAgentId), UUID.fromString(organizationId));
    }

    /** JPA providers return different types for a timestamp. */
    private static Instant instant(Object time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (time instanceof java.sql.Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return (Instant) time;
    }

    void delete(UUID agentId, long position) {
        entities.createNativeQuery("delete from inbox_message where agent_id = ?1 and position <= ?2")
                .setParameter(1, agentId)
                .setParameter(2, position)
                .executeUpdate();
    }

    Map<UUID, Long> lastPositions(Collection<UUID> agentIds) {
        Map<UUID, Long> positions = new HashMap<>();
        for (Object row : in(
                        "select cast(agent_id as varchar(36)), last_position from inbox where agent_id in (",
                        agentIds,
                        ")")
                .getResultList()) {
            Object[] columns = (Object[]) row;
            positions.put(UUID.fromString((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return positions;
    }

    /** Returns those of the agent tokens, host tokens and signing keys that are neither revoked nor expired. */
    Set<UUID> liveTokens(Collection<UUID> tokenIds, Instant now) {
        Set<UUID> live = new HashSet<>();
        for (String table : List.of("agent_token", "host_token", "signing_key")) {
            Query query = in(
                            "select cast(id as varchar(36)) from " + table + " where id in (",
                            tokenIds,
                            ") and revoked_at is null and (expires_at is null or expires_at > ?" + (tokenIds.size() + 1)
                                    + ")")
                    .setParameter(tokenIds.size() + 1, now.atOffset(ZoneOffset.UTC));
            for (Object id : query.getResultList()) {
                live.add(UUID.fromString((String) id));
            }
        }
        return live;
    }

    private Query in(String before, Collection<UUID> ids, String after) {
        Query query = entities.createNativeQuery(before
                + IntStream.rangeClosed(1, ids.size())
                        .mapToObj(index -> "?" + index)
                        .collect(Collectors.joining(", "))
                + after);
        int index = 1;
        for (UUID id : ids) {
            query.setParameter(index++, id);
        }
        return query;
    }
}
