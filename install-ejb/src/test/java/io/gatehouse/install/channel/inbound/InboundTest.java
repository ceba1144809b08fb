package io.gatehouse.install.channel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Inbound messages from the store to the answer. */
@StoreTest
class InboundTest {

    private final Channels channels;
    private final World world;
    private final OpenConnection connection;
    private final String phone = "447911" + World.number();

    InboundTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
        channels.processAll(); // left by other tests
        channels.outbox.sendAll();
        channels.outbox.received.clear();
    }

    @Test
    void aTokenInstallsAndTheReplyNamesTheLink() {
        UserId user = world.newUser();
        channels.intake.take(connection, List.of(channels.message(phone, world.token(user))));

        assertThat(channels.processOne()).isTrue();
        assertThat(channels.processOne()).isFalse();
        channels.outbox.sendAll();

        assertThat(world.route(phone)).isPresent();
        assertThat(channels.outbox.sentTo(phone))
                .singleElement()
                .asString()
                .startsWith("Done. Penny is installed")
                .contains("reply NO");
    }

    @Test
    void messagesAreRoutedToTheAgentUntilANo() {
        UserId user = world.newUser();
        InboundMessage question = channels.message(phone, "What did I spend?");
        channels.intake.take(
                connection,
                List.of(channels.message(phone, world.token(user)), question, channels.message(phone, "NO")));
        channels.processAll();
        channels.intake.take(connection, List.of(channels.message(phone, "Still there?")));
        channels.processAll();
        channels.outbox.sendAll();

        RoutedMessage routed = channels.routed.remove();
        assertThat(channels.routed).isEmpty();
        assertThat(routed.text()).isEqualTo("What did I spend?");
        assertThat(routed.templateAgentId()).isEqualTo(world.templateId);
        assertThat(routed.route().organizationId()).isEqualTo(world.organizationOf(user));
        assertThat(ChatRoomId.of(routed.roomId())).isPresent();
        assertThat(routed.sender()).isEqualTo("wa_jid:" + phone + "@s.whatsapp.net");
        assertThat(channels.outbox.sentTo(phone))
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("Done. Penny is installed"),
                        said -> assertThat(said).contains("linked to nobody"),
                        said -> assertThat(said).contains("https://gatehouse.example/install/" + world.templateSlug));
    }

    @Test
    void aMessageFromATypedNumberIsHeldUntilTheYesAndThenRouted() {
        UserId user = types("+" + phone);
        InboundMessage first = channels.message(phone, "What did I spend?");
        channels.intake.take(connection, List.of(first, first));
        channels.processAll();
        assertThat(channels.routed).isEmpty();

        channels.intake.take(connection, List.of(channels.message(phone, "YES"), channels.message(phone, "Thanks")));
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.routed).extracting(RoutedMessage::text).containsExactly("What did I spend?", "Thanks");
        RoutedMessage routed = channels.routed.element();
        assertThat(routed.route().organizationId()).isEqualTo(world.organizationOf(user));
        assertThat(routed.sender()).isEqualTo("wa_jid:" + phone + "@s.whatsapp.net");
        assertThat(routed.sentAt()).isEqualTo(first.sentAt());
        assertThat(channels.outbox.sentTo(phone))
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("This number was given to Penny by a***"),
                        said -> assertThat(said).startsWith("Done. This chat is linked to a***"));
    }

    @Test
    void aMessageFromATypedNumberIsDeletedAfterTheNo() {
        types("+" + phone);
        channels.intake.take(
                connection, List.of(channels.message(phone, "Hello"), channels.message(phone, "No, who is this??")));
        channels.processAll();
        channels.intake.take(connection, List.of(channels.message(phone, "YES")));
        channels.processAll();

        assertThat(channels.routed).isEmpty();
        assertThat(world.count("held_message", "connection_id = ?1", connection.id()))
                .isZero();
    }

    private UserId types(String number) {
        UserId user = world.newUser();
        world.beans.installs.install(new InstallCommand(user, world.templateSlug, null, number));
        return user;
    }

    @Test
    void aRepeatedDeliveryIsStoredOnce() {
        InboundMessage message = channels.message(phone, world.token(world.newUser()));

        channels.intake.take(connection, List.of(message));
        channels.intake.take(connection, List.of(message, message));
        assertThat(stored()).isEqualTo(1);
        channels.processAll();
        channels.intake.take(connection, List.of(message, channels.message(phone, "Hello")));
        assertThat(stored()).as("only the new message of the batch").isEqualTo(2);
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(phone)).hasSize(1);
        assertThat(channels.routed).hasSize(1);
    }

    @Test
    void concurrentDeliveriesOfOneMessageAreStoredOnce() {
        InboundMessage message = channels.message(phone, "Hello");

        Crowd.of(16, i -> {
            channels.intake.take(connection, List.of(message, channels.message(phone, "Hello " + i)));
            return i;
        });

        assertThat(stored()).isEqualTo(17);
    }

    @Test
    void manyWorkersProcessEachMessageOnceAndEachChatInOrder() {
        List<String> phones =
                IntStream.range(0, 6).mapToObj(i -> "447911" + World.number()).toList();
        phones.forEach(
                it -> channels.intake.take(connection, List.of(channels.message(it, world.token(world.newUser())))));
        channels.processAll();
        for (int i = 0; i < 15; i++) {
            String number = String.valueOf(100 + i);
            channels.intake.take(
                    connection,
                    phones.stream().map(it -> channels.message(it, number)).toList());
        }

        Crowd.of(8, i -> {
            channels.processAll();
            return true;
        });

        assertThat(channels.routed).hasSize(6 * 15);
        for (String it : phones) {
            assertThat(channels.routed.stream()
                            .filter(message -> message.sender().contains(it))
                            .map(RoutedMessage::text))
                    .hasSize(15)
                    .isSorted();
        }
    }

    @Test
    void aFailureRollsBackTheMessageAndIsRetried() {
        channels.intake.take(
                connection,
                List.of(channels.message(phone, world.token(world.newUser())), channels.message(phone, "Hello")));
        world.beforeLinking = () -> {
            throw new IllegalStateException("broken for now");
        };

        channels.processAll();
        assertThat(world.route(phone)).isEmpty();
        assertThat(channels.routed).as("the next message of the chat waits").isEmpty();

        world.beforeLinking = () -> {};
        channels.processAll();
        assertThat(world.route(phone)).as("not before it is due").isEmpty();

        world.clock.advance(Duration.ofSeconds(2));
        channels.processAll();
        channels.outbox.sendAll();
        assertThat(world.route(phone)).isPresent();
        assertThat(channels.outbox.sentTo(phone)).hasSize(1);
        assertThat(channels.routed).hasSize(1);
    }

    @Test
    void aMessageThatAlwaysFailsIsGivenUpAndTheChatContinues() {
        InboundMessage poison = channels.message(phone, Channels.POISON);
        channels.intake.take(
                connection,
                List.of(
                        channels.message(phone, world.token(world.newUser())),
                        poison,
                        channels.message(phone, "Hello")));

        for (int i = 0; i < 11; i++) {
            channels.processAll();
            world.clock.advance(Duration.ofHours(1));
        }
        assertThat(channels.routed).isEmpty();
        channels.processAll();

        assertThat(world.count("inbound_message", "message_id = ?1 and outcome = 'given_up'", poison.id()))
                .isEqualTo(1);
        assertThat(channels.routed).extracting(RoutedMessage::text).containsExactly("Hello");
    }

    @Test
    void theContentIsEncryptedAndDeletedOnceTheMessageIsProcessed() {
        String token = world.token(world.newUser());
        InboundMessage message = channels.message(phone, token);
        channels.intake.take(connection, List.of(message));

        assertThat(message.toString()).doesNotContain(token);
        assertThat(world.count(
                        "inbound_message",
                        "message_id = ?1 and cast(sealed_content as varchar(8000)) like '%install:%'",
                        message.id()))
                .isZero();
        channels.processAll();
        assertThat(world.count(
                        "inbound_message",
                        "message_id = ?1 and sealed_content is null and chat_key is null and outcome = 'installed'",
                        message.id()))
                .isEqualTo(1);
    }

    @Test
    void messagesOfARemovedConnectionAreSkippedAndOthersStored() {
        InboundStore.Draft gone = new InboundStore.Draft(UUID.randomUUID(), "1", "gone:1", new byte[] {1});
        InboundStore.Draft other =
                new InboundStore.Draft(connection.id(), "other", connection.id() + ":other", new byte[] {1});

        assertThat(channels.store.add(List.of(gone, other, gone), world.clock.instant()))
                .isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
        world.database.run(entityManager -> entityManager
                .createNativeQuery("delete from inbound_message where connection_id = ?1")
                .setParameter(1, connection.id())
                .executeUpdate());
    }

    @Test
    void withoutAServingAgentThePersonIsInformedOnceAMinute() {
        channels.served = false;
        channels.intake.take(
                connection,
                Stream.concat(
                                Stream.of(channels.message(phone, world.token(world.newUser()))),
                                IntStream.range(0, 5).mapToObj(i -> channels.message(phone, "Hello " + i)))
                        .toList());
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(phone)).hasSize(2).last().asString().contains("cannot be reached");
    }

    @Test
    void learnedAliasesAreRoutedLikeTheAccount() {
        String scoped = "GB." + World.number();
        channels.intake.take(
                connection,
                List.of(
                        new InboundMessage(
                                "wamid." + World.number(),
                                phone,
                                List.of(new ChatMessage.Alias("wa_bsuid", scoped)),
                                phone,
                                null,
                                world.token(world.newUser()),
                                null,
                                world.clock.instant()),
                        channels.message(scoped, "It is me without my number")));
        channels.processAll();

        assertThat(channels.routed).singleElement().satisfies(routed -> assertThat(routed.sender())
                .isEqualTo("wa_bsuid:" + scoped));
    }

    @Test
    void repliesAreInTheLanguageThatThePlatformReports() {
        List<InboundMessage> messages = new ArrayList<>();
        messages.add(new InboundMessage(
                "wamid." + World.number(), phone, List.of(), phone, null, "Hallo", "de-AT", world.clock.instant()));
        channels.intake.take(connection, messages);
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(phone)).singleElement().asString().contains("kennt diesen Chat noch nicht");
    }

    @Test
    void aSenderOverTheRateLimitIsInformedOnceAMinute() {
        channels.intake.take(
                connection,
                IntStream.range(0, 65)
                        .mapToObj(i -> channels.message(phone, "Hello " + i))
                        .toList());
        channels.processAll();
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(phone)).hasSize(61).last().asString().contains("too much at once");
    }

    private long stored() {
        return world.count("inbound_message", "connection_id = ?1", connection.id());
    }
}
