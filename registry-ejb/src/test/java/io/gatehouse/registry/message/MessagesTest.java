package io.gatehouse.registry.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.IncomingMessage;
import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.contract.message.SendResult;
import io.gatehouse.contract.message.SendResult.Sent;
import io.gatehouse.contract.message.SendResult.TooLarge;
import io.gatehouse.contract.message.SendResult.TransactionReused;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.message.room.KnownAgent;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class MessagesTest {

    private final TestDatabase database;
    private final MessagesBean messages;
    private final InboxReadingStore inboxes;
    private final KnownAgent ada;
    private final KnownAgent bob;
    private final String room = "!" + UUID.randomUUID() + ":test";

    MessagesTest(TestDatabase database) {
        this.database = database;
        TestRooms rooms = new TestRooms(database);
        UUID organization = rooms.organization();
        ada = rooms.agent(organization);
        bob = rooms.agent(organization);
        inboxes = new InboxReadingStore(database.entityManager());
        messages = new MessagesBean(
                rooms.homeserver(),
                new TestSends(database),
                (agentId, chat, text, messageId) -> ChatReplies.ReplyResult.UNKNOWN_CHAT,
                new Ids());
        assertThat(messages.type(sender(bob), room, true, Duration.ofSeconds(1)))
                .isInstanceOf(Sent.class);
    }

    @Test
    void ofConcurrentSendsOfOneTransactionOneIsSent() {
        List<SendResult> results = Crowd.of(20, number -> send("once", "transaction"));

        assertThat(results).containsOnly(results.get(0));
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void aSendWhoseEventIdWasLostIsNotSentAgain() {
        SendResult first = send("once", "crash");
        database.run(entities -> entities.createNativeQuery("update message_send set event_id = null")
                .executeUpdate());

        assertThat(send("once", "crash")).isEqualTo(first);
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void anotherMessageWithTheSameTransactionIdIsRefused() {
        assertThat(send("one", "reused")).isInstanceOf(Sent.class);

        assertThat(send("two", "reused")).isEqualTo(new TransactionReused());
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void withoutATransactionIdEverySendIsANewMessage() {
        assertThat(send("same", null)).isNotEqualTo(send("same", null));
        assertThat(inbox()).hasSize(2);
    }

    @Test
    void contentThatDoesNotFitIntoAnEventIsTooLarge() {
        assertThat(send("x".repeat(62_000), null)).isInstanceOf(Sent.class);
        assertThat(send("x".repeat(62_464), null)).isEqualTo(new TooLarge());
        assertThat(send("ü".repeat(32_000), null)).isEqualTo(new TooLarge());
    }

    @Test
    void positionsIncreaseWithoutGaps() {
        assertThat(Crowd.of(20, number -> send("message " + number, null))).allMatch(Sent.class::isInstance);

        assertThat(inbox())
                .extracting(IncomingMessage::position)
                .isSorted()
                .hasSize(20)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(20L);
    }

    @Test
    void onlyUnacknowledgedMessagesAreDeliveredAgain() {
        assertThat(send("one", null)).isNotEqualTo(send("two", null));

        database.run(() -> inboxes.delete(bob.id(), 1));

        assertThat(inbox()).extracting(IncomingMessage::position).containsExactly(2L);
        assertThat(inbox()).extracting(IncomingMessage::position).containsExactly(2L);
    }

    private List<IncomingMessage> inbox() {
        return database.tx(() -> inboxes.after(bob.id(), 0, 100));
    }

    private SendResult send(String body, @Nullable String transactionId) {
        return messages.send(
                sender(ada), new OutgoingMessage(room, body, "m.text", null, null, List.of(), transactionId));
    }

    private static AgentSender sender(KnownAgent agent) {
        return new AgentSender(agent.id(), new AgentUserId(agent.userId()));
    }

    private static final class TestSends extends Sends {

        private final TestDatabase database;

        TestSends(TestDatabase database) {
            super(new SendStore(database.entityManager()), new Ids(), SetClock.some());
            this.database = database;
        }

        @Override
        public SendRecord begin(UUID agentId, String transactionId, byte[] fingerprint) {
            return database.tx(() -> super.begin(agentId, transactionId, fingerprint));
        }

        @Override
        public void finish(UUID id, String eventId) {
            database.run(() -> super.finish(id, eventId));
        }
    }
}
