package io.gatehouse.registry.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.room.TestRooms;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class MessageRetentionTest {

    private static final int OLD = 2_003;
    private static final int YOUNG = 2;

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final Settings settings = Settings.of(Map.of());
    private final MessageRetention retention;
    private final UUID agent;

    MessageRetentionTest(TestDatabase database) {
        this.database = database;
        TestRooms rooms = new TestRooms(database);
        agent = rooms.agent(rooms.organization()).id();
        retention = new MessageRetention(new InTransactions());
    }

    @Test
    void manyExpiredMessagesAreDeleted() {
        insert(
                "insert into inbox_message (agent_id, position, event_id, room_id, sender, event_type, content, sent_at,"
                        + " delivered_at) values (?, ?, '$e', '!r', '@s', 'm.room.message', '{}', ?, ?)",
                settings.messages().kept(),
                (row, time) -> List.of(agent, row, time, time));

        retention.deleteExpired();

        assertThat(remaining("inbox_message")).isEqualTo(YOUNG);
    }

    @Test
    void manyExpiredSendsAreDeleted() {
        insert(
                "insert into message_send (id, agent_id, txn_id, fingerprint, created_at) values (?, ?, ?, ?, ?)",
                settings.messages().sendsKept(),
                (row, time) -> List.of(UUID.randomUUID(), agent, "t" + row, new byte[32], time));
        insert(
                "insert into room_event (agent_id, transaction_id, event_id, sent_at) values (?, ?, '$e', ?)",
                settings.messages().sendsKept(),
                (row, time) -> List.of(agent, "t" + row, time));

        retention.deleteExpired();

        assertThat(remaining("message_send")).isEqualTo(YOUNG);
        assertThat(remaining("room_event")).isEqualTo(YOUNG);
    }

    private interface Values {

        List<Object> of(int row, Instant time);
    }

    private void insert(String insert, Duration kept, Values values) {
        Instant oldest = clock.instant().minus(kept);
        ManyRows.insert(
                database,
                insert,
                OLD + YOUNG,
                row -> values.of(row, row < OLD ? oldest.minusMillis(OLD - row) : oldest.plusMillis(row - OLD)));
    }

    private long remaining(String table) {
        return database.tx(
                em -> ((Number) em.createNativeQuery("select count(*) from " + table + " where agent_id = ?1")
                                .setParameter(1, agent)
                                .getSingleResult())
                        .longValue());
    }

    private final class InTransactions extends ExpiredMessages {

        private InTransactions() {
            super(
                    new InboxReadingStore(database.entityManager()),
                    new SendStore(database.entityManager()),
                    settings,
                    clock);
        }

        @Override
        public int deleteUnread(int limit) {
            return database.tx(() -> super.deleteUnread(limit));
        }

        @Override
        public int deleteSends(int limit) {
            return database.tx(() -> super.deleteSends(limit));
        }

        @Override
        public int deleteLocalSends(int limit) {
            return database.tx(() -> super.deleteLocalSends(limit));
        }
    }
}
