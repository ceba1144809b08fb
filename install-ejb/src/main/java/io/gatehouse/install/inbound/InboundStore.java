package io.gatehouse.install.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages that wait to be worked off, and those that were. */
@Dependent
public class InboundStore {

    private static final int COLUMNS = 5;

    /** Of a statement: PostgreSQL takes 65,535 parameters. */
    private static final int MOST_ROWS = 1_000;

    /**
     * The oldest that is due, that nobody has in hand, and that is the first of its chat. Whoever has one in hand holds its
     * row's lock: it is free again when that transaction ends, however it ends. In the order of the index by work, which
     * PostgreSQL does not see to be that of the positions; else it may read all that was ever done.
     */
    private static final String NEXT = """
            select m.position, cast(m.connection_id as varchar(36)), m.message_id, m.sealed_content, m.attempts
            from inbound_message m
            where m.done_at is null and m.due_at <= ?1
              and not exists (
                select 1 from inbound_message e
                where e.chat_key = m.chat_key and e.done_at is null and e.position < m.position)
            order by m.done_at, m.position
            fetch first 1 rows only
            for update skip locked""";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    InboundStore() {}

    public InboundStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A row to be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(UUID connectionId, String messageId, String chatKey, byte[] sealedContent) {}

    /** A row in hand. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InHand(long position, UUID connectionId, String messageId, byte[] sealedContent, int attempts) {}

    /** In the order of the list. One that is there already is left as it is: the unique pair decides. How many were new. */
    int add(List<Draft> drafts, Instant now) {
        int added = 0;
        for (int from = 0; from < drafts.size(); from += MOST_ROWS) {
            added += addRows(drafts.subList(from, Math.min(from + MOST_ROWS, drafts.size())), now);
        }
        return added;
    }

    private int addRows(List<Draft> drafts, Instant now) {
        Query insert = entityManager.createNativeQuery("insert into inbound_message (connection_id, message_id,"
                + " chat_key, sealed_content, received_at, attempts, due_at) values "
                + IntStream.range(0, drafts.size())
                        .mapToObj(row -> IntStream.rangeClosed(1, COLUMNS)
                                .mapToObj(column -> "?" + (row * COLUMNS + column))
                                .collect(Collectors.joining(", ", "(", ", 0, ?" + (row * COLUMNS + COLUMNS) + ")")))
                        .collect(Collectors.joining(", "))
                + " on conflict do nothing");
        int place = 1;
        for (Draft draft : drafts) {
            insert.setParameter(place++, draft.connectionId());
            insert.setParameter(place++, draft.messageId());
            insert.setParameter(place++, draft.chatKey());
            insert.setParameter(place++, draft.sealedContent());
            insert.setParameter(place++, now.atOffset(ZoneOffset.UTC));
        }
        return insert.executeUpdate();
    }

    /** Locks it until the transaction ends; of two nodes that ask at once, each gets another. */
    Optional<InHand> next(Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(NEXT)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().findFirst().map(row -> inHand((Object[]) row));
    }

    private static InHand inHand(Object[] row) {
        return new InHand(
                ((Number) row[0]).longValue(),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (byte[]) row[3],
                ((Number) row[4]).intValue());
    }

    /** What was said is forgotten with it. */
    void done(long position, String outcome, Instant now) {
        entityManager
                .createNativeQuery("update inbound_message set done_at = ?2, outcome = ?3, sealed_content = null"
                        + " where position = ?1")
                .setParameter(1, position)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, outcome)
                .executeUpdate();
    }

    /** It is tried again later, unless somebody has done it meanwhile. */
    void failed(long position, int attempts, String why, Instant dueAt) {
        entityManager
                .createNativeQuery("update inbound_message set attempts = ?2, last_error = ?3, due_at = ?4"
                        + " where position = ?1 and done_at is null")
                .setParameter(1, position)
                .setParameter(2, attempts)
                .setParameter(3, why)
                .setParameter(4, dueAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Nobody tries it any more; what was said stays with it. */
    void givenUp(long position, int attempts, String why, Instant now) {
        entityManager
                .createNativeQuery("update inbound_message set attempts = ?2, last_error = ?3, done_at = ?4,"
                        + " outcome = 'given_up' where position = ?1 and done_at is null")
                .setParameter(1, position)
                .setParameter(2, attempts)
                .setParameter(3, why)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
