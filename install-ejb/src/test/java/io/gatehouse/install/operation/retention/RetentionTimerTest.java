package io.gatehouse.install.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.ManyRows;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More than one batch of old rows of each kind, and a few that are too young. */
@StoreTest
class RetentionTimerTest {

    private static final int OLD = 2_003;
    private static final int YOUNG = 2;

    private final TestDatabase database;
    private final World world;
    private final RetentionTimer timer;
    private final String mark = UUID.randomUUID().toString();

    RetentionTimerTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database);
        this.timer = new RetentionTimer(TestRetention.over(database, world.clock), world.settings);
    }

    @Test
    void oldExchangesAreDeleted() {
        insert(
                "insert into chat_exchange (id, platform, account_key, message_id, received_at)"
                        + " values (?, 'whatsapp', ?, ?, ?)",
                RetentionRules.EXCHANGES_KEPT,
                (row, time) -> List.of(UUID.randomUUID(), mark, "m" + row, time));

        timer.deleteExpired();

        assertThat(world.count("chat_exchange", "account_key = ?1", mark)).isEqualTo(YOUNG);
    }

    @Test
    void oldQuestionsAreDeleted() {
        insert(
                "insert into pending_claim (id, account_key, chat_template_agent_id, token_id, last_four, user_id, template_agent_id,"
                        + " token_expires_at, declined_at, version) values (?, ?, ?, 't', '1234', ?, ?, ?, ?, 0)",
                RetentionRules.QUESTIONS_KEPT,
                (row, time) -> List.of(
                        UUID.randomUUID(),
                        mark + row,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        time,
                        time));

        timer.deleteExpired();

        assertThat(world.count("pending_claim", "account_key like ?1", mark + "%"))
                .isEqualTo(YOUNG);
    }

    @Test
    void oldProcessedMessagesAreDeleted() {
        UUID connection = new Channels(world).whatsapp().id();
        insert(
                "insert into inbound_message (connection_id, message_id, received_at, attempts, done_at)"
                        + " values (?, ?, ?, 1, ?)",
                RetentionRules.EXCHANGES_KEPT,
                (row, time) -> List.of(connection, "m" + row, time, time));

        timer.deleteExpired();

        assertThat(world.count("inbound_message", "connection_id = ?1", connection))
                .isEqualTo(YOUNG);
    }

    @Test
    void oldSentMessagesAreDeleted() {
        UUID connection = new Channels(world).whatsapp().id();
        insertOutbound(connection, "SENT", RetentionRules.EXCHANGES_KEPT);

        timer.deleteExpired();

        assertThat(world.count("outbound_message", "connection_id = ?1", connection))
                .isEqualTo(YOUNG);
    }

    @Test
    void textsOfSentMessagesAreDeletedFirstAndThoseOfDeadLettersKept() {
        UUID connection = new Channels(world).whatsapp().id();
        insertOutbound(connection, "SENT", RetentionRules.SENT_TEXTS_KEPT);
        insertOutbound(connection, "DEAD", RetentionRules.SENT_TEXTS_KEPT);

        timer.deleteExpired();

        assertThat(world.count("outbound_message", "connection_id = ?1 and content is null", connection))
                .isEqualTo(OLD);
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'SENT' and content is not null",
                        connection))
                .isEqualTo(YOUNG);
    }

    @Test
    void oldRepliesThatNoGatewayFetchedAreDeleted() {
        UUID chat = UUID.randomUUID();
        ManyRows.insert(
                database,
                "insert into gateway_chat (id, template_agent_id, account_key, platform, platform_user_id, created_at)"
                        + " values (?, ?, ?, 'whatsapp', '1', ?)",
                1,
                row -> List.of(chat, world.templateId, mark, world.clock.instant()));
        insert(
                "insert into gateway_reply (position, chat_id, saying_id, text, said_at) values (?, ?, ?, 'Hello', ?)",
                world.settings.messages().kept(),
                (row, time) -> List.of(row, chat, UUID.randomUUID(), time));

        timer.deleteExpired();

        assertThat(world.count("gateway_reply", "chat_id = ?1", chat)).isEqualTo(YOUNG);
    }

    private void insertOutbound(UUID connection, String state, Duration kept) {
        insert(
                "insert into outbound_message (id, connection_id, source, part, chat, thread, content, state, created_at,"
                        + " attempts, give_up_at, finished_at) values (?, ?, ?, 0, '1', '', 'Hello', ?, ?, 1, ?, ?)",
                kept,
                (row, time) -> List.of(UUID.randomUUID(), connection, state + row, state, time, time, time));
    }

    private interface Values {

        List<Object> of(int row, Instant time);
    }

    private void insert(String insert, Duration kept, Values values) {
        Instant oldest = world.clock.instant().minus(kept);
        ManyRows.insert(
                database,
                insert,
                OLD + YOUNG,
                row -> values.of(row, row < OLD ? oldest.minusMillis(OLD - row) : oldest.plusMillis(row - OLD)));
    }
}
