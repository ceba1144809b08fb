package io.gatehouse.install.inbound;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.domain.crypto.UnsealException;
import io.gatehouse.install.chat.ChatDoor;
import io.gatehouse.install.connection.OpenConnection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works one message off inside the caller's transaction: the answer, what is said about it, where it is routed and that it is
 * done commit together or not at all.
 */
@Dependent
public class InboundDesk {

    private static final Logger LOG = Logger.getLogger(InboundDesk.class.getName());

    /** What was sealed with an encryption key that is gone. */
    private static final String UNREADABLE = "unreadable";

    private final InboundStore store;
    private final InboundBox box;
    private final ChatDoor door;
    private final InboundReplies replies;
    private final InstantSource clock;

    @Inject
    public InboundDesk(InboundStore store, InboundBox box, ChatDoor door, InboundReplies replies, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.door = door;
        this.replies = replies;
        this.clock = clock;
    }

    /** The next message, locked until the transaction ends. */
    Optional<InboundStore.InHand> next() {
        return store.next(clock.instant());
    }

    /**
     * What became of a message.
     *
     * @param answered whether something was said to its sender, which is to be sent
     */
    record Outcome(String word, boolean answered) {}

    Outcome workOff(InboundStore.InHand row, OpenConnection connection) {
        InboundMessage message;
        try {
            message = box.open(row);
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "The message {0} is given up: {1}", new Object[] {row.position(), e.getMessage()});
            store.done(row.position(), UNREADABLE, clock.instant());
            return new Outcome(UNREADABLE, false);
        }
        ChatDoor.Received received = door.receive(new ChatMessage(
                connection.platform().wireName(),
                message.sender(),
                message.aliases(),
                connection.templateAgentId().toString(),
                null,
                message.id(),
                message.text(),
                message.language() == null ? connection.language() : message.language()));
        ChatAnswer answer = received.answer();
        Outcome outcome = answer.outcome() == ChatOutcome.ROUTED
                ? routed(replies.route(connection, message, received))
                : new Outcome(
                        answer.outcome().name().toLowerCase(Locale.ROOT), replies.say(connection, message, answer));
        store.done(row.position(), outcome.word(), clock.instant());
        return outcome;
    }

    /** Where nobody serves, the sender is told. */
    private static Outcome routed(boolean served) {
        return served ? new Outcome("routed", false) : new Outcome("unserved", true);
    }

    void dropped(InboundStore.InHand row) {
        store.done(row.position(), "connection_gone", clock.instant());
    }
}
