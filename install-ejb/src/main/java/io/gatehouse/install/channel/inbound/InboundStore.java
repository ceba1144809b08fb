package io.gatehouse.install.channel.inbound;

import io.gatehouse.kernel.database.NextDue;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Messages that wait to be processed, and those that were. */
@Dependent
public class InboundStore {

    /**
     * Inserts any number of rows with one constant statement text, so that the statement cache is hit. Messages of a
     * connection that was removed meanwhile are skipped: they would fail the statement with the messages of the others.
     */
    private static final String ADD = """
            insert into inbound_message
              (connection_id, message_id, chat_key, sealed_content, received_at, attempts, due_at)
            select q.connection, q.message, q.chat, q.content,
              cast(? as timestamp(6) with time zone), 0, cast(? as timestamp(6) with time zone)
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array),
                cast(? as bytea array)) with ordinality as q(connection, message, chat, content, n)
            where exists (select 1 from connection c where c.id = q.connection)
            order by q.n
            on conflict do nothing""";

    /**
     * Selects the message that has been due for longest, is not locked, and is the first of its chat. The transaction
     * that processes a message holds the lock of its row, which is free again when that transaction ends in any way.
     * Processed messages have no due time and no chat key, so that the indexes on these columns contain waiting
     * messages only.
     */
    private static final String NEXT = """
            select m.position, cast(m.connection_id as varchar(36)), m.message_id, m.sealed_content, m.attempts
            from inbound_message m
            where m.due_at <= ?
              and not exists (
                select 1 from inbound_message e where e.chat_key = m.chat_key and e.position < m.position)
            order by m.due_at, m.position
            fetch first 1 rows only
            for update skip locked""";

    private final EntityManager entityManager;
    private final DataSource database;

    @Inject
    public InboundStore(EntityManager entityManager, DataSource database) {
        this.entityManager = entityManager;
        this.database = database;
    }

    /** A row to insert. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(UUID connectionId, String messageId, String chatKey, byte[] sealedContent) {}

    /** A locked row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leased(long position, UUID connectionId, String messageId, byte[] sealedContent, int attempts) {}

    /**
     * Inserts the rows in the order of the list. Existing rows stay unchanged: the unique pair of connection and
     * message id decides. It is one statement, which commits by itself outside of transactions.
     *
     * @return how many were new
     */
    int add(List<Draft> drafts, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setArray(3, array(connection, "uuid", drafts, Draft::connectionId));
            insert.setArray(4, array(connection, "varchar", drafts, Draft::messageId));
            insert.setArray(5, array(connection, "varchar", drafts, Draft::chatKey));
            insert.setArray(6, connection.createArrayOf("bytea", contents(drafts)));
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("messages cannot be stored", e);
        }
    }

    private static Array array(Connection connection, String type, List<Draft> drafts, Function<Draft, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, drafts.stream().map(column).toArray());
    }

    private static byte[][] contents(List<Draft> drafts) {
        return drafts.stream().map(Draft::sealedContent).toArray(byte[][]::new);
    }

    /**
     * Returns the next due message and locks its row until the transaction ends. Concurrent calls get different
     * messages.
     */
    Optional<Leased> next(Instant now) {
        return NextDue.find(database, NEXT, now, InboundStore::leased);
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                row.getLong(1), UUID.fromString(row.getString(2)), row.getString(3), row.getBytes(4), row.getInt(5));
    }

    /** Completes the message and deletes its content and chat key. */
    void done(long position, String outcome, Instant now) {
        entityManager
                .createNativeQuery(
                        "update inbound_message set done_at = ?2, outcome = ?3, sealed_content = null, due_at = null,"
                                + " chat_key = null where position = ?1")
                .setParameter(1, position)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, outcome)
                .executeUpdate();
    }

    /** Schedules the next try, unless another transaction has completed the message. */
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

    /** Gives the message up; its content is kept. */
    void givenUp(long position, int attempts, String why, Instant now) {
        entityManager
                .createNativeQuery(
                        "update inbound_message set attempts = ?2, last_error = ?3, done_at = ?4,"
                                + " outcome = 'given_up', due_at = null, chat_key = null where position = ?1 and done_at is null")
                .setParameter(1, position)
                .setParameter(2, attempts)
                .setParameter(3, why)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
