package io.gatehouse.install.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages whose node, database or sender code fails while they are sent. */
@StoreTest
class OutboxFaultTest {

    private final World world;
    private final Channels channels;
    private final OutboxFixture outbox;
    private final OpenConnection connection;
    private final String chat = "447911" + World.number();

    OutboxFaultTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        outbox = channels.outbox;
        connection = channels.whatsapp();
        outbox.sendAll(); // left by other tests
        outbox.received.clear();
    }

    @Test
    void aMessageLeasedByANodeThatDiedIsSentByAnother() {
        outbox.platform = message -> {
            throw new Error("the node dies");
        };
        say("first", "1");
        assertThatThrownBy(outbox.step::sendOne).isInstanceOf(Error.class);
        outbox.platform = message -> new Delivery.Sent("wamid." + message.id());

        outbox.sendAll();
        assertThat(outbox.sentTo(chat)).as("as long as the node may be alive").hasSize(1);
        world.clock.advance(Duration.ofMinutes(2));
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).hasSize(2);
        assertThat(outbox.received.get(0).id())
                .as("the same message")
                .isEqualTo(outbox.received.get(1).id());
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);
    }

    static List<Named<Supplier<RuntimeException>>> faultsOfTheDatabase() {
        return List.of(
                Named.of("a fault behind a bean", () -> new EJBException("the database is away")),
                Named.of("away", () -> new DatabaseAwayException("the database is away", null)),
                Named.of("busy", () -> new DatabaseBusyException(new PersistenceException("a lock was waited for"))));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheDatabase")
    void theOutcomeIsRecordedWhenTheDatabaseIsBack(Supplier<RuntimeException> fault) {
        outbox.fault = fault;
        outbox.platform = message -> {
            outbox.failingTransactions.set(2);
            return new Delivery.Sent("wamid." + message.id());
        };
        say("first", "1");

        assertThat(outbox.step.sendOne()).isTrue();

        assertThat(outbox.sentTo(chat)).containsExactly("1");
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);
    }

    @Test
    void afterTheLeaseNoOutcomeIsRecorded() {
        outbox.platform = message -> {
            outbox.failingTransactions.set(Integer.MAX_VALUE);
            world.clock.advance(Duration.ofMinutes(2));
            return new Delivery.Sent("wamid." + message.id());
        };
        say("first", "1");

        assertThatThrownBy(outbox.step::sendOne).hasMessage("the database is away");
    }

    @Test
    void aMessageWhoseOutcomeCannotBeRecordedBecomesADeadLetter() {
        outbox.platform = message -> {
            outbox.failingTransactions.set(1);
            world.clock.advance(Duration.ofMinutes(2));
            return new Delivery.Sent("wamid." + message.id());
        };
        say("first", "1");

        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1");
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'DEAD' and last_error like 'perhaps sent: %'",
                        connection.id()))
                .isEqualTo(1);
    }

    @Test
    void aMessageThatWasNotSentIsRetriedEvenIfThatCannotBeRecorded() {
        outbox.platform = message -> {
            outbox.failingTransactions.set(1);
            world.clock.advance(Duration.ofMinutes(2));
            return new Delivery.NotYet("not reached");
        };
        say("first", "1");
        assertThatThrownBy(outbox.step::sendOne).hasMessage("the database is away");
        outbox.platform = message -> new Delivery.Sent("wamid." + message.id());

        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1", "1");
        assertThat(outbox.count(connection.id(), "SENT")).isEqualTo(1);
    }

    @Test
    void anInternalErrorMakesADeadLetterAndTheChatContinues() {
        outbox.platform = message -> {
            if (message.text().equals("1")) {
                throw new IllegalStateException("a fault");
            }
            return new Delivery.Sent("wamid." + message.id());
        };
        say("first", "1");
        say("second", "2");

        outbox.sendAll();
        world.clock.advance(Duration.ofDays(1));
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1", "2");
        assertThat(world.count(
                        "outbound_message",
                        "connection_id = ?1 and state = 'DEAD'"
                                + " and last_error = 'perhaps sent: a fault of ours, IllegalStateException'",
                        connection.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheDatabase")
    void aMessageIsDelayedWhileItsConnectionCannotBeRead(Supplier<RuntimeException> fault) {
        outbox.fault = fault;
        outbox.connectionsFail = true;
        say("first", "1");
        outbox.sendAll();
        assertThat(outbox.received).isEmpty();

        outbox.connectionsFail = false;
        world.clock.advance(Duration.ofSeconds(2));
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1");
    }

    @Test
    void aMessageWaitsForTheSecretsOfItsConnectionAndThisIsLoggedOnce() {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        byte[] secrets = channels.connections.loseSecrets(connection.id());
        say("first", "1");
        Logger log = Logger.getLogger("io.gatehouse.install");
        log.addHandler(handler);
        try {
            for (int attempt = 0; attempt < 5; attempt++) {
                outbox.sendAll();
                world.clock.advance(Duration.ofMinutes(5));
            }
        } finally {
            log.removeHandler(handler);
        }
        assertThat(outbox.sentTo(chat)).isEmpty();
        assertThat(world.count("outbound_message", "connection_id = ?1 and attempts = 5", connection.id()))
                .isEqualTo(1);
        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getThrown()).isNull();
            assertThat(line.getMessage()).contains("does not work until its secrets are set anew");
        });

        channels.connections.seal(connection.id(), secrets);
        world.clock.advance(Duration.ofMinutes(5));
        outbox.sendAll();

        assertThat(outbox.sentTo(chat)).containsExactly("1");
    }

    private void say(String source, String text) {
        world.database.run(() -> outbox.outbox.enqueue(destination(), source, text));
    }

    private Outbox.Destination destination() {
        return new Outbox.Destination(connection.id(), Platform.WHATSAPP, chat, null);
    }
}
