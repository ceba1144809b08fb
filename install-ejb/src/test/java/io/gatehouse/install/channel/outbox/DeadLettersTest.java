package io.gatehouse.install.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class DeadLettersTest {

    private final World world;
    private final Channels channels;
    private final OpenConnection connection;
    private final Administrator operator;
    private final String chat = "447911" + World.number();

    DeadLettersTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
        operator = new Administrator(world.newUser(), true);
        channels.outbox.sendAll();
        channels.outbox.received.clear();
        channels.outbox.platform = message -> new Delivery.Refused("131026 Message undeliverable");
    }

    @Test
    void aDeadLetterIsShownWithoutItsTextAndCanBeSentAgain() {
        die("Your secret");
        DeadLetter letter = letters(operator).get(0);

        assertThat(letter.connectionId()).isEqualTo(connection.id());
        assertThat(letter.why()).isEqualTo("refused: 131026 Message undeliverable");
        assertThat(letter.chat()).isEqualTo("…" + chat.substring(chat.length() - 4));
        assertThat(letter.toString()).doesNotContain("secret");

        channels.outbox.platform = message -> new Delivery.Sent("wamid." + message.id());
        assertThat(channels.deadLetters.sendAgain(operator, letter.id())).isTrue();
        assertThat(channels.deadLetters.sendAgain(operator, letter.id()))
                .as("at once again")
                .isFalse();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(chat)).containsExactly("Your secret", "Your secret");
        assertThat(letters(operator)).isEmpty();
        assertThat(world.count(
                        "audit_event",
                        "subject = ?1 and action = 'dead-letter.sent-again'",
                        "dead-letter:" + letter.id()))
                .isEqualTo(1);
    }

    @Test
    void aLateReportAboutTheFirstSendingDoesNotAffectTheSecond() {
        channels.outbox.platform = message -> new Delivery.Sent("wamid.first");
        world.database.run(() -> channels.outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, null), "Hello", "Hello"));
        channels.outbox.sendAll();
        String reference = channels.outbox.received.get(0).id().toString();
        channels.outbox.reports.take(connection, "wamid.first", reference, "131049 not now");

        channels.deadLetters.sendAgain(operator, letters(operator).get(0).id());
        channels.outbox.reports.take(connection, "wamid.first", reference, "131049 not now");
        channels.outbox.platform = message -> new Delivery.Sent("wamid.second");
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(chat)).containsExactly("Hello", "Hello");
        assertThat(letters(operator)).isEmpty();
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'SENT' and platform_message_id = 'wamid.second'",
                        connection.id()))
                .isEqualTo(1);
    }

    @Test
    void aDeadLetterIsDropped() {
        die("Never mind");
        UUID id = letters(operator).get(0).id();

        assertThat(channels.deadLetters.drop(operator, id)).isTrue();
        assertThat(channels.deadLetters.drop(operator, id)).isFalse();
        assertThat(letters(operator)).isEmpty();
    }

    @Test
    void administratorsAccessOnlyDeadLettersOfTheirOrganizations() {
        die("For somebody");
        UUID id = letters(operator).get(0).id();
        Administrator here = new Administrator(world.memberOf(world.publisherId, Role.ADMIN), false);
        Administrator elsewhere = new Administrator(world.newUser(), false);

        assertThat(letters(here)).hasSize(1);
        assertThat(letters(elsewhere)).isEmpty();
        assertThat(channels.deadLetters.sendAgain(elsewhere, id)).isFalse();
        assertThat(channels.deadLetters.drop(elsewhere, id)).isFalse();
        assertThat(letters(here)).hasSize(1);
    }

    @Test
    void pagesAreOrderedNewestFirst() {
        die("1");
        die("2");
        die("3");

        Page<DeadLetter> first = channels.deadLetters.list(operator, connection.id(), new PageRequest(2, null));
        Page<DeadLetter> second =
                channels.deadLetters.list(operator, connection.id(), new PageRequest(2, first.nextCursor()));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.nextCursor()).isNull();
    }

    private List<DeadLetter> letters(Administrator by) {
        return channels.deadLetters
                .list(by, connection.id(), new PageRequest(50, null))
                .items();
    }

    private void die(String text) {
        world.database.run(() -> channels.outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, null),
                "test:" + World.number(),
                text));
        channels.outbox.sendAll();
    }
}
