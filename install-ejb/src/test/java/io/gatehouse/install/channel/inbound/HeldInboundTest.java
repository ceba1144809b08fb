package io.gatehouse.install.channel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held messages that have no text, or whose connection broke before the YES. */
@StoreTest
class HeldInboundTest {

    private static final String TEXT_ONLY = "The agent reads text only. Please write it in words.";

    private final World world;
    private final Channels channels;
    private final OpenConnection connection;
    private final String phone = "447911" + World.number();

    HeldInboundTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
        channels.processAll(); // left by other tests
        channels.outbox.sendAll();
        channels.outbox.received.clear();
    }

    @Test
    void theSenderOfHeldPicturesIsToldAfterTheYesThatTheAgentReadsTextOnly() {
        types();
        take(connection, wordless(), wordless(), channels.message(phone, "What is this?"), wordless());
        assertThat(channels.outbox.sentTo(phone)).hasSize(4).allMatch(said -> said.startsWith("This number was given"));
        channels.outbox.received.clear();

        take(connection, channels.message(phone, "YES"));

        assertThat(channels.routed).extracting(RoutedMessage::text).containsExactly("What is this?");
        assertThat(channels.outbox.sentTo(phone))
                .satisfiesExactlyInAnyOrder(said -> assertThat(said).isEqualTo(TEXT_ONLY), said -> assertThat(said)
                        .startsWith("Done. This chat is linked to"));
        assertThat(held()).isZero();
    }

    @Test
    void heldPicturesAreDeletedAfterTheNo() {
        types();
        take(connection, wordless());

        take(connection, channels.message(phone, "NO"), channels.message(phone, "YES"));

        assertThat(channels.outbox.sentTo(phone)).doesNotContain(TEXT_ONLY);
        assertThat(held()).isZero();
    }

    @Test
    void forAnOpenedChatTheAnswerToTheYesIsTheWelcome() {
        types();
        take(
                connection,
                channels.message(phone, "").as(new ItemDetails(ItemDetails.Kind.OPENED, null, null, List.of())));
        channels.outbox.received.clear();

        take(connection, channels.message(phone, "YES"));

        assertThat(channels.routed).isEmpty();
        assertThat(channels.outbox.sentTo(phone)).singleElement().asString().startsWith("Done. This chat is linked to");
    }

    @Test
    void aYesByAnotherConnectionLinksThoughTheHeldMessagesConnectionCannotBeDecrypted() {
        OpenConnection other = channels.connect(
                Platform.WHATSAPP,
                Map.of(
                        "displayNumber", "+44 7911 654321",
                        "phoneNumberId", "206540352242922",
                        "appSecret", "0123456789abcdef0123456789abcdef",
                        "accessToken", "EAAJB-an-access-token-of-WhatsApp",
                        "verifyToken", "a-verify-token-of-ours"));
        types();
        take(connection, channels.message(phone, "Hello"));
        byte[] secrets = channels.connections.loseSecrets(connection.id());

        take(other, channels.message(phone, "YES"), channels.message(phone, "And now?"));

        assertThat(channels.routed).extracting(RoutedMessage::text).containsExactly("And now?");
        assertThat(channels.outbox.sentTo(phone)).last().asString().startsWith("Done. This chat is linked to");
        assertThat(held()).isZero();
        channels.connections.seal(connection.id(), secrets);
    }

    private void types() {
        UserId user = world.newUser();
        world.beans.installs.install(new InstallCommand(user, world.templateSlug, null, "+" + phone));
    }

    private InboundMessage wordless() {
        return channels.message(phone, "").as(ItemDetails.wordless());
    }

    private void take(OpenConnection by, InboundMessage... messages) {
        channels.intake.take(by, List.of(messages));
        channels.processAll();
        channels.outbox.sendAll();
    }

    private long held() {
        return world.count("held_message", "connection_id = ?1", connection.id());
    }
}
