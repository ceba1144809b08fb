package io.gatehouse.registry.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.config.MessageSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.credential.revocation.RevocationLog.News;
import io.gatehouse.registry.credential.revocation.TestRevocations;
import io.gatehouse.registry.credential.signature.TestSignatures;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.registry.tenant.idempotency.IdempotentCallsBean;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More than one batch of expired rows of each kind, and a few that are too young. */
@StoreTest
class RegistryRetentionTimerTest {

    private static final int OLD = 2_003;
    private static final int YOUNG = 2;

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final MessageSettings messages = Settings.of(Map.of()).messages();
    private final RegistryRetentionTimer timer;
    private final String mark = UUID.randomUUID().toString();

    RegistryRetentionTimerTest(TestDatabase database) {
        this.database = database;
        this.timer = ExpiredRegistryRows.timer(database, clock);
    }

    @Test
    void unacknowledgedMessagesAreDeleted() {
        UUID agent = agent();
        insert(
                "insert into inbox_message (agent_id, position, event_id, room_id, sender, event_type, content, sent_at,"
                        + " delivered_at) values (?, ?, '$e', '!r', '@s', 'm.room.message', '{}', ?, ?)",
                messages.kept(),
                (row, time) -> List.of(agent, row, time, time));

        timer.deleteEveryHour();

        assertThat(count("inbox_message", "agent_id = ?1", agent)).isEqualTo(YOUNG);
    }

    @Test
    void expiredSendsAreDeleted() {
        UUID agent = agent();
        insert(
                "insert into message_send (id, agent_id, txn_id, fingerprint, created_at) values (?, ?, ?, ?, ?)",
                messages.sendsKept(),
                (row, time) -> List.of(UUID.randomUUID(), agent, "t" + row, new byte[32], time));
        insert(
                "insert into room_event (agent_id, transaction_id, event_id, sent_at) values (?, ?, '$e', ?)",
                messages.sendsKept(),
                (row, time) -> List.of(agent, "t" + row, time));

        timer.deleteEveryHour();

        assertThat(count("message_send", "agent_id = ?1", agent)).isEqualTo(YOUNG);
        assertThat(count("room_event", "agent_id = ?1", agent)).isEqualTo(YOUNG);
    }

    @Test
    void expiredTransactionsAndEventsOfTheHomeserverAreDeleted() {
        insert(
                "insert into homeserver_transaction (transaction_id, digest, events, skipped, taken_at)"
                        + " values (?, ?, 1, 0, ?)",
                messages.kept(),
                (row, time) -> List.of(mark + row, new byte[32], time));
        insert(
                "insert into homeserver_event (event_id, taken_at) values (?, ?)",
                messages.kept(),
                (row, time) -> List.of(mark + row, time));

        timer.deleteEveryHour();

        assertThat(count("homeserver_transaction", "transaction_id like ?1", mark + "%"))
                .isEqualTo(YOUNG);
        assertThat(count("homeserver_event", "event_id like ?1", mark + "%")).isEqualTo(YOUNG);
    }

    @Test
    void expiredIdempotencyKeysAreDeleted() {
        insert(
                "insert into idempotency_record (id, caller, idempotency_key, fingerprint, created_at, locked_until)"
                        + " values (?, ?, ?, ?, ?, ?)",
                IdempotentCallsBean.KEPT,
                (row, time) -> List.of(UUID.randomUUID(), mark, "k" + row, new byte[32], time, time));

        timer.deleteEveryHour();

        assertThat(count("idempotency_record", "caller = ?1", mark)).isEqualTo(YOUNG);
    }

    @Test
    void endedSessionsAreDeletedOnceTheyWouldHaveExpired() {
        UUID first = UUID.randomUUID();
        insert(
                "insert into ended_session (session_id, expires_at) values (?, ?)",
                Duration.ZERO,
                (row, time) -> List.of(new UUID(first.getMostSignificantBits(), row), time));

        timer.deleteEveryHour();

        List<?> left =
                database.tx(em -> em.createNativeQuery("select cast(session_id as varchar(36)) from ended_session")
                        .getResultList());
        assertThat(left.stream()
                        .map(id -> UUID.fromString((String) id))
                        .filter(id -> id.getMostSignificantBits() == first.getMostSignificantBits())
                        .map(UUID::getLeastSignificantBits))
                .containsExactlyInAnyOrder((long) OLD, OLD + 1L);
    }

    @Test
    void expiredRevocationsAreDeletedAndRecentOnesStay() {
        ManyRows.insert(
                database,
                "insert into revocation (number, token_id, recorded_at) values (?, ?, ?)",
                OLD,
                row -> List.of((long) row - OLD, UUID.randomUUID(), clock.instant()));
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        UUID recent = UUID.randomUUID();
        database.run(() -> TestRevocations.over(database, clock).record(Set.of(recent)));

        timer.deleteEveryHour();

        assertThat(count("revocation", "number > ?1", -OLD - 1)).isEqualTo(1);
        assertThat(TestRevocations.log(database).after(0)).isEqualTo(new News(1, Set.of(recent), true));
    }

    @Test
    void expiredNoncesAreDeletedEveryMinute() {
        Host host = TestSignatures.host(database, clock);
        UUID key = database.tx(
                        () -> TestSignatures.keys(database, clock).generate(host, Set.of("bridge"), null, "test"))
                .key()
                .id();
        insert(
                "insert into signature_nonce (key_id, nonce, forget_at) values (?, ?, ?)",
                Duration.ZERO,
                (row, time) -> List.of(key, "n" + row, time));

        timer.deleteEveryMinute();

        assertThat(count("signature_nonce", "key_id = ?1", key)).isEqualTo(YOUNG);
    }

    private UUID agent() {
        TestRooms rooms = new TestRooms(database);
        return rooms.agent(rooms.organization()).id();
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

    private long count(String table, String condition, Object parameter) {
        return database.tx(em -> ((Number) em.createNativeQuery("select count(*) from " + table + " where " + condition)
                        .setParameter(1, parameter)
                        .getSingleResult())
                .longValue());
    }
}
