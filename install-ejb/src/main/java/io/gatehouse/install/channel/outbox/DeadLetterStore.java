package io.gatehouse.install.channel.outbox;

import io.gatehouse.contract.connection.DeadLetter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters: outbound messages that are not retried. */
@Dependent
public class DeadLetterStore {

    private static final int SHOWN_CHARACTERS = 4;

    private static final String LETTERS =
            "from outbound_message m join connection c on c.id = m.connection_id" + " where m.state = 'DEAD'";

    private final EntityManager entityManager;

    @Inject
    public DeadLetterStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A dead letter, its position, and the organization of its connection. */
    record Found(DeadLetter letter, long position, UUID organizationId) {}

    /**
     * Lists dead letters, newest first.
     *
     * @param organizations null for all
     */
    List<Found> list(
            @Nullable List<UUID> organizations, @Nullable UUID connectionId, @Nullable Long before, int limit) {
        StringBuilder where = new StringBuilder(LETTERS);
        int index = 1;
        if (organizations != null) {
            where.append(" and c.organization_id in (");
            for (int i = 0; i < organizations.size(); i++) {
                where.append(i == 0 ? "?" : ", ?").append(index++);
            }
            where.append(')');
        }
        if (connectionId != null) {
            where.append(" and m.connection_id = ?").append(index++);
        }
        if (before != null) {
            where.append(" and m.position < ?").append(index++);
        }
        Query query = entityManager.createNativeQuery("select m.position, cast(m.id as varchar(36)),"
                + " cast(m.connection_id as varchar(36)), m.chat, m.last_error, m.attempts, m.created_at,"
                + " m.finished_at, cast(c.organization_id as varchar(36)) " + where + " order by m.position desc");
        index = 1;
        for (UUID organization : organizations == null ? List.<UUID>of() : organizations) {
            query.setParameter(index++, organization);
        }
        if (connectionId != null) {
            query.setParameter(index++, connectionId);
        }
        if (before != null) {
            query.setParameter(index, before);
        }
        List<?> rows = query.setMaxResults(limit).getResultList();
        return rows.stream().map(row -> found((Object[]) row)).toList();
    }

    /** Returns the dead letter and locks its row until the transaction ends. */
    Optional<Found> lock(UUID id) {
        List<?> locked = entityManager
                .createNativeQuery("select position from outbound_message where id = ?1 and state = 'DEAD' for update")
                .setParameter(1, id)
                .getResultList();
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        List<?> rows = entityManager
                .createNativeQuery("select m.position, cast(m.id as varchar(36)), cast(m.connection_id as varchar(36)),"
                        + " m.chat, m.last_error, m.attempts, m.created_at, m.finished_at,"
                        + " cast(c.organization_id as varchar(36)) " + LETTERS + " and m.id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> found((Object[]) row));
    }

    /**
     * Makes the message pending again. If the platform had accepted it, it gets a new id, so that later reports about
     * the first sending do not match it.
     */
    void sendAgain(UUID id, UUID fresh, Instant now, Instant giveUpAt) {
        entityManager
                .createNativeQuery("update outbound_message set state = 'PENDING', due_at = ?2, give_up_at = ?3,"
                        + " chat_key = cast(connection_id as varchar(36)) || ':' || chat, finished_at = null,"
                        + " id = case when platform_message_id is null then id else ?4 end,"
                        + " platform_message_id = null where id = ?1 and state = 'DEAD'")
                .setParameter(1, id)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, giveUpAt.atOffset(ZoneOffset.UTC))
                .setParameter(4, fresh)
                .executeUpdate();
    }

    void drop(UUID id) {
        entityManager
                .createNativeQuery("delete from outbound_message where id = ?1 and state = 'DEAD'")
                .setParameter(1, id)
                .executeUpdate();
    }

    private static Found found(Object[] row) {
        String chat = (String) row[3];
        DeadLetter letter = new DeadLetter(
                UUID.fromString((String) row[1]),
                UUID.fromString((String) row[2]),
                "…" + chat.substring(Math.max(0, chat.length() - SHOWN_CHARACTERS)),
                row[4] == null ? "" : (String) row[4],
                ((Number) row[5]).intValue(),
                instant(row[6]),
                instant(row[7]));
        return new Found(letter, ((Number) row[0]).longValue(), UUID.fromString((String) row[8]));
    }

    /** JPA providers return different types for a timestamp. */
    private static Instant instant(Object time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return time instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) time;
    }
}
