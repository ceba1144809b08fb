package io.gatehouse.install.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StoreTest
class RetentionTest {

    private final TestDatabase database;
    private final World world;

    RetentionTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database, Map.of("gatehouse.claim.confirm", "required"));
    }

    @Test
    void exchangesAreKeptForEightDaysAndThenDeleted() {
        world.says(World.newPhone(), "Hello?");
        Instant said = world.clock.instant();

        assertThat(deleteExchangesBefore(said)).isZero();
        assertThat(deleteExchangesBefore(said.plusMillis(1))).isPositive();
        assertThat(RetentionRules.EXCHANGES_KEPT).isGreaterThan(Duration.ofDays(7));
    }

    @Test
    void aQuestionIsDeletedOnceItsTokenHasExpired() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        Instant expiry = world.clock.instant().plus(Duration.ofMinutes(15));
        database.tx(em -> RetentionRules.QUESTIONS.delete(em, expiry.minusSeconds(1), 1_000));
        assertThat(world.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.INSTALLED);

        String other = World.newPhone();
        world.says(other, world.token(world.newUser()));
        database.tx(em -> RetentionRules.QUESTIONS.delete(em, expiry.plusSeconds(1), 1_000));
        assertThat(world.says(other, "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void processedAndSentMessagesAreDeleted() {
        Channels channels = new Channels(world);
        OpenConnection connection = channels.whatsapp();
        String phone = "447911" + World.number();
        channels.intake.take(
                connection, List.of(channels.message(phone, "Hello"), channels.message(phone, Channels.POISON)));
        channels.processAll();
        channels.outbox.platform = message ->
                message.text().isEmpty() ? new Delivery.Refused("never") : new Delivery.Sent("wamid." + message.id());
        channels.outbox.sendAll();
        channels.intake.take(connection, List.of(channels.message(phone, "Later")));
        Instant later = world.clock.instant().plusMillis(1);

        assertThat(deleteSentTexts(later)).isEqualTo(2);
        assertThat(deleteSentTexts(later)).isZero();
        assertThat(world.count("outbound_message", "connection_id = ?1 and content is null", connection.id()))
                .isEqualTo(2);
        assertThat(deleteOutbound(later, 1)).isEqualTo(1);
        assertThat(deleteOutbound(later, 1_000)).isEqualTo(1);
        assertThat(deleteInbound(later)).isPositive();
        assertThat(world.count("inbound_message", "connection_id = ?1", connection.id()))
                .as("unprocessed messages stay")
                .isEqualTo(1);
    }

    private int deleteOutbound(Instant before, int limit) {
        return database.tx(em -> RetentionRules.OUTBOUND.delete(em, before, limit));
    }

    private int deleteSentTexts(Instant before) {
        return database.tx(em -> RetentionRules.SENT_TEXTS.change(em, RetentionRules.WITHOUT_TEXT, before, 1_000));
    }

    private int deleteInbound(Instant before) {
        return database.tx(em -> RetentionRules.INBOUND.delete(em, before, 1_000));
    }

    private int deleteExchangesBefore(Instant time) {
        return database.tx(em -> RetentionRules.EXCHANGES.delete(em, time, 1_000));
    }
}
