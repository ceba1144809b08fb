package io.gatehouse.install.inbound;

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

/** Messages that wait to be worked off, and those that were. */
@Dependent
public class InboundStore {

    /**
     * Any number of rows by the same few words, which the database knows. What came to a connection that is gone since is
     * left out: it would take the others' messages with it.
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
     * The one that has been due for longest, that nobody has in hand, and that is the first of its chat. Whoever has one in
     * hand holds its row's lock: it is free again when that transaction ends, however it ends. What is done is due at no
     * time and in no chat, so that the indexes by them, one for each step, hold only what waits.
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

    /** A row to be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(UUID connectionId, String messageId, String chatKey, byte[] sealedContent) {}

    /** A row in hand. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leased(long position, UUID connectionId, String messageId, byte[] sealedContent, int attempts) {}

    /**
     * In the order of the list. One that is there already is left as it is: the unique pair decides. By one statement, which
     * commits by itself where no transaction is.
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

    /** Locks it until the transaction ends; of two nodes that ask at once, each gets another. */
    Optional<Leased> next(Instant now) {
        return NextDue.find(database, NEXT, now, InboundStore::leased);
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                row.getLong(1), UUID.fromString(row.getString(2)), row.getString(3), row.getBytes(4), row.getInt(5));
    }

    /** What was said, and where, is forgotten with it. */
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
