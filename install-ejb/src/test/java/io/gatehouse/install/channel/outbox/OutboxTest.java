package io.gatehouse.install.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.channel.platform.Outgoing;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outbound messages from the outbox to the platform. */
@StoreTest
class OutboxTest {

    private final World world;
    private final Channels channels;
    private final OutboxFixture outbox;
    private final OpenConnection connection;
    private final String chat = "447911" + World.number();

    OutboxTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        outbox = channels.outbox;
        connection = channels.whatsapp();
        outbox.sendAll(); // left by other tests
        outbox.received.clear();
    }

    @Test
    void messagesAreSentOnceAndInOrder() {
        say("first", "1");
        say("second", "2");
        say("first", "1 again");

        Crowd.of(6, i -> {
            outbox.sendAll();
            return true;
        });
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1", "2");
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(2);
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and platform_message_id like 'wamid.%'",
                        connection.id()))
                .isEqualTo(2);
    }

    @Test
    void aRolledBackMessageIsNeverSent() {
        assertThatThrownBy(() -> world.database.run(() -> {
                    outbox.outbox.enqueue(destination(), "rolled back", "Never");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).isEmpty();
    }

    @Test
    void aMessageThatIsNotAcceptedYetIsRetriedAndTheRestOfTheChatWaits() {
        AtomicInteger tries = new AtomicInteger();
        outbox.platform = message -> tries.incrementAndGet() < 3
                ? new Delivery.NotYet("status 500")
                : new Delivery.Sent("wamid." + message.id());
        say("first", "1");
        say("second", "2");

        outbox.sendAll();
        assertThat(outbox.sentTo(chat)).containsExactly("1");
        outbox.sendAll();
        assertThat(outbox.sentTo(chat)).as("not before it is due").containsExactly("1");
        for (int i = 0; i < 3; i++) {
            world.clock.advance(Duration.ofSeconds(10));
            outbox.sendAll();
        }

        assertThat(outbox.sentTo(chat)).containsExactly("1", "1", "1", "2");
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(2);
    }

    @Test
    void aRateLimitPausesTheWholeConnectionForTheGivenTime() {
        outbox.platform = message -> new Delivery.TooMuch(Duration.ofSeconds(30), "429");
        say("first", "1");
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, "447911999999", null), "other", "2"));

        outbox.step.sendOne();
        outbox.platform = message -> new Delivery.Sent("wamid." + message.id());
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, "447911999998", null), "later", "3"));
        world.clock.advance(Duration.ofSeconds(29));
        outbox.sendAll();
        assertThat(outbox.received).hasSize(1);

        world.clock.advance(Duration.ofSeconds(2));
        outbox.sendAll();
        assertThat(outbox.received).extracting(Outgoing::text).containsExactlyInAnyOrder("1", "1", "2", "3");
    }

    @Test
    void aPlatformThatIsSlowToFailIsPausedAndOthersContinue() {
        OpenConnection another = channels.whatsapp();
        outbox.platform = message -> {
            world.clock.advance(Duration.ofSeconds(20));
            return new Delivery.NotYet("not reached");
        };
        say("first", "1");
        assertThat(outbox.step.sendOne()).isTrue();

        outbox.platform = message -> new Delivery.Sent("wamid." + message.id());
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, "447911999999", null), "other", "2"));
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(another.id(), Platform.WHATSAPP, "447911999999", null), "elsewhere", "3"));
        world.clock.advance(Duration.ofSeconds(19));
        outbox.sendAll();
        assertThat(outbox.received).extracting(Outgoing::text).containsExactly("1", "3");

        world.clock.advance(Duration.ofSeconds(2));
        outbox.sendAll();
        assertThat(outbox.received).extracting(Outgoing::text).containsExactlyInAnyOrder("1", "3", "1", "2");
    }

    @Test
    void aRefusedMessageIsADeadLetterAndTheChatContinues() {
        outbox.platform = message -> message.text().equals("1")
                ? new Delivery.Refused("131026 not on WhatsApp")
                : new Delivery.Sent("wamid." + message.id());
        say("first", "1");
        say("second", "2");

        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1", "2");
        assertThat(outbox.count(connection.id(), "DEAD")).isEqualTo(1);
    }

    @Test
    void aReplyToAMissingThreadIsSentToTheChatOnceAndInOrder() {
        outbox.platform = message -> message.thread() != null
                ? new Delivery.ThreadGone("message thread not found")
                : new Delivery.Sent("wamid." + message.id());
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, "78"), "first", "1"));
        say("second", "2");

        outbox.sendAll();

        assertThat(outbox.received)
                .extracting(Outgoing::thread, Outgoing::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("78", "1"),
                        org.assertj.core.groups.Tuple.tuple(null, "1"),
                        org.assertj.core.groups.Tuple.tuple(null, "2"));
        assertThat(outbox.received.get(1).id()).isEqualTo(outbox.received.get(0).id());
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(2);
    }

    @Test
    void aMessageRefusedWithoutTheThreadTooIsADeadLetter() {
        outbox.platform = message -> message.thread() != null
                ? new Delivery.ThreadGone("thread_not_found")
                : new Delivery.Refused("channel_not_found");
        world.database.run(() -> outbox.outbox.enqueue(
                new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, "78"), "first", "1"));

        outbox.sendAll();
        world.clock.advance(Duration.ofDays(1));
        outbox.sendAll();

        assertThat(outbox.received).hasSize(2);
        assertThat(outbox.count(connection.id(), "DEAD")).isEqualTo(1);
    }

    @Test
    void aMessageWithAnUnknownOutcomeIsNotRetried() {
        outbox.platform = message -> new Delivery.Unknown("SocketTimeoutException");
        say("first", "1");

        outbox.sendAll();
        world.clock.advance(Duration.ofDays(1));
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1");
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'DEAD' and last_error like 'perhaps sent:%'",
                        connection.id()))
                .isEqualTo(1);
    }

    @Test
    void aLaterReportOfThePlatformMarksTheMessageAsSent() {
        outbox.platform = message -> new Delivery.Unknown("SocketTimeoutException");
        say("first", "1");
        outbox.sendAll();
        String id = outbox.received.get(0).id().toString();

        outbox.reports.take(connection, "wamid.late", id, null);
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);

        outbox.reports.take(connection, "wamid.late", id, "131047 Re-engagement message");
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'DEAD' and last_error = 'undelivered: 131047 Re-engagement message'",
                        connection.id()))
                .isEqualTo(1);
    }

    @Test
    void aReportOfAnotherConnectionChangesNothing() {
        say("first", "1");
        outbox.sendAll();
        Outgoing sent = outbox.received.get(0);

        outbox.reports.take(channels.whatsapp(), "wamid." + sent.id(), sent.id().toString(), "131047 no");
        outbox.reports.take(connection, "wamid." + sent.id(), "no id", null);

        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);
    }

    @Test
    void anUnstorablePlatformIdIsStoredByItsHash() {
        String id = "wamid.\0" + "x".repeat(300);
        outbox.platform = message -> new Delivery.Sent(id);
        say("first", "1");
        outbox.sendAll();
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);

        outbox.reports.take(connection, id, null, "131026 " + "long ".repeat(100));

        assertThat(outbox.count(connection.id(), "DEAD")).isEqualTo(1);
    }

    @Test
    void aMessageIsGivenUpAfterSixHours() {
        outbox.platform = message -> new Delivery.NotYet("status 503");
        say("first", "1");

        for (int i = 0; i < 100; i++) {
            outbox.sendAll();
            world.clock.advance(Duration.ofMinutes(7));
        }

        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'DEAD' and last_error = 'given up: status 503'",
                        connection.id()))
                .isEqualTo(1);
    }

    @Test
    void messagesOfADisabledConnectionWait() {
        say("first", "1");
        channels.turnOff(connection.id());
        outbox.sendAll();
        assertThat(outbox.sentTo(chat)).isEmpty();

        channels.turnOn(connection.id());
        outbox.sendAll();
        assertThat(outbox.sentTo(chat)).containsExactly("1");
    }

    @Test
    void aLongTextIsSentInPartsWithoutLoss() {
        String text = IntStream.range(0, 2_000)
                .mapToObj(i -> "word" + i)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
        say("long", text);

        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).hasSizeGreaterThan(2).allMatch(part -> part.length() <= 4096);
        assertThat(String.join(" ", outbox.sentTo(chat))).isEqualTo(text);
    }

    private void say(String source, String text) {
        world.database.run(() -> outbox.outbox.enqueue(destination(), source, text));
    }

    private Outbox.Destination destination() {
        return new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, null);
    }
}
