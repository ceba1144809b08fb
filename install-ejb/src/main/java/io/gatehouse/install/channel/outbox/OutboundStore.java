package io.gatehouse.install.channel.outbox;

import io.gatehouse.install.claim.account.ForeignId;
import io.gatehouse.kernel.database.NextDue;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Outbound messages. */
@Dependent
public class OutboundStore {

    private static final int MAX_ID_LENGTH = 255;

    /**
     * Selects the message that has been due for longest and is the first of its chat. A message that is being sent is
     * due again when its lease has expired, because its sender has died. Sent messages and dead letters have no due
     * time and no chat key.
     */
    private static final String NEXT = """
            select m.position, cast(m.id as varchar(36)), cast(m.connection_id as varchar(36)), m.chat, m.thread,
                   m.content, m.attempts, m.template
            from outbound_message m
            where m.due_at <= ?
              and exists (
                select 1 from connection c
                where c.id = m.connection_id and c.enabled and (c.paused_until is null or c.paused_until <= ?))
              and not exists (
                select 1 from outbound_message e where e.chat_key = m.chat_key and e.position < m.position)
            order by m.due_at, m.position
            fetch first 1 rows only
            for update skip locked""";

    private final EntityManager entityManager;
    private final DataSource database;

    @Inject
    public OutboundStore(EntityManager entityManager, DataSource database) {
        this.entityManager = entityManager;
        this.database = database;
    }

    /** A row to insert. */
    record Draft(
            UUID id,
            UUID connectionId,
            String source,
            int part,
            String chat,
            @Nullable String thread,
            String content,
            @Nullable String template,
            Instant now,
            Instant giveUpAt) {}

    /**
     * A leased row.
     *
     * @param until when the lease expires and the message is due again, because its outcome is unknown
     */
    record Leased(
            long position,
            UUID id,
            UUID connectionId,
            String chat,
            @Nullable String thread,
            String content,
            @Nullable String template,
            int attempts,
            Instant until) {}

    /** Inserts the row; false if it exists already: the unique triple of connection, source and part decides. */
    boolean add(Draft draft) {
        return entityManager
                        .createNativeQuery("""
                                insert into outbound_message (id, connection_id, source, part, chat, thread, content, state,
                                                              created_at, attempts, due_at, give_up_at, chat_key, template)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'PENDING', ?8, 0, ?8, ?9, ?10, nullif(?11, ''))
                                on conflict do nothing""")
                        .setParameter(1, draft.id())
                        .setParameter(2, draft.connectionId())
                        .setParameter(3, draft.source())
                        .setParameter(4, draft.part())
                        .setParameter(5, draft.chat())
                        .setParameter(6, draft.thread() == null ? "" : draft.thread())
                        .setParameter(7, draft.content())
                        .setParameter(8, draft.now().atOffset(ZoneOffset.UTC))
                        .setParameter(9, draft.giveUpAt().atOffset(ZoneOffset.UTC))
                        .setParameter(10, draft.connectionId() + ":" + draft.chat())
                        .setParameter(11, draft.template() == null ? "" : draft.template())
                        .executeUpdate()
                == 1;
    }

    /** Leases the next due message until {@code until}. Concurrent calls get different messages. */
    Optional<Leased> lease(Instant now, Instant until) {
        return NextDue.find(database, NEXT, now, row -> leased(row, until)).filter(next -> markLeased(next, now));
    }

    /** The row is locked already; the condition makes a lock that did not hold harmless, as nobody leases twice. */
    private boolean markLeased(Leased next, Instant now) {
        return entityManager
                        .createNativeQuery("update outbound_message set state = 'SENDING', attempts = ?2, due_at = ?3"
                                + " where position = ?1 and attempts = ?2 - 1 and due_at <= ?4")
                        .setParameter(1, next.position())
                        .setParameter(2, next.attempts())
                        .setParameter(3, next.until().atOffset(ZoneOffset.UTC))
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private static Leased leased(ResultSet row, Instant until) throws SQLException {
        String thread = row.getString(5);
        return new Leased(
                row.getLong(1),
                UUID.fromString(row.getString(2)),
                UUID.fromString(row.getString(3)),
                row.getString(4),
                thread.isEmpty() ? null : thread,
                row.getString(6),
                row.getString(8),
                row.getInt(7) + 1,
                until);
    }

    void sent(Leased message, String platformMessageId, Instant now) {
        entityManager
                .createNativeQuery(
                        "update outbound_message set state = 'SENT', due_at = null, chat_key = null, finished_at = ?3,"
                                + " platform_message_id = ?4, last_error = null"
                                + " where position = ?1 and attempts = ?2 and state = 'SENDING'")
                .setParameter(1, message.position())
                .setParameter(2, message.attempts())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, ForeignId.of(platformMessageId, MAX_ID_LENGTH))
                .executeUpdate();
    }

    void later(Leased message, Instant dueAt, String why) {
        entityManager
                .createNativeQuery("update outbound_message set state = 'PENDING', due_at = ?3, last_error = ?4"
                        + " where position = ?1 and attempts = ?2 and state = 'SENDING'")
                .setParameter(1, message.position())
                .setParameter(2, message.attempts())
                .setParameter(3, dueAt.atOffset(ZoneOffset.UTC))
                .setParameter(4, why)
                .executeUpdate();
    }

    /** Makes the message due at once, for the chat itself: the platform did not accept it for the thread. */
    void withoutThread(Leased message, Instant now, String why) {
        entityManager
                .createNativeQuery(
                        "update outbound_message set state = 'PENDING', thread = '', due_at = ?3, last_error = ?4"
                                + " where position = ?1 and attempts = ?2 and state = 'SENDING'")
                .setParameter(1, message.position())
                .setParameter(2, message.attempts())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, why)
                .executeUpdate();
    }

    /** Pauses the connection on all nodes until that time. */
    void pause(UUID connectionId, Instant until) {
        entityManager
                .createNativeQuery("update connection set paused_until = ?2"
                        + " where id = ?1 and (paused_until is null or paused_until < ?2)")
                .setParameter(1, connectionId)
                .setParameter(2, until.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void dead(Leased message, String why, Instant now) {
        entityManager
                .createNativeQuery(
                        "update outbound_message set state = 'DEAD', due_at = null, chat_key = null, finished_at = ?3, last_error = ?4"
                                + " where position = ?1 and attempts = ?2 and state = 'SENDING'")
                .setParameter(1, message.position())
                .setParameter(2, message.attempts())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, why)
                .executeUpdate();
    }

    /** Whether the message has reached its time to give up. */
    boolean isTimeUp(Leased message, Instant now) {
        return !entityManager
                .createNativeQuery("select position from outbound_message where position = ?1 and give_up_at <= ?2")
                .setParameter(1, message.position())
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }

    /**
     * Records that the platform has accepted the message, possibly before the answer to the sending is known. False if
     * that was already recorded, or if there is no message with this id.
     */
    boolean confirm(UUID connectionId, UUID id, String platformMessageId, Instant now) {
        return entityManager
                        .createNativeQuery(
                                "update outbound_message set state = 'SENT', due_at = null, chat_key = null, platform_message_id = ?3,"
                                        + " finished_at = ?4, last_error = null"
                                        + " where id = ?2 and connection_id = ?1 and platform_message_id is null")
                        .setParameter(1, connectionId)
                        .setParameter(2, id)
                        .setParameter(3, ForeignId.of(platformMessageId, MAX_ID_LENGTH))
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes a sent message that the platform could not deliver a dead letter. A message whose content was deleted stays
     * as it is.
     */
    boolean undelivered(UUID connectionId, String platformMessageId, String why, Instant now) {
        return entityManager
                        .createNativeQuery("update outbound_message set state = 'DEAD', last_error = ?3,"
                                + " finished_at = ?4"
                                + " where connection_id = ?1 and platform_message_id = ?2 and state = 'SENT'"
                                + " and content is not null")
                        .setParameter(1, connectionId)
                        .setParameter(2, ForeignId.of(platformMessageId, MAX_ID_LENGTH))
                        .setParameter(3, why)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
