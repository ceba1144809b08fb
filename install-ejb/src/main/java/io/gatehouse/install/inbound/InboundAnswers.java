package io.gatehouse.install.inbound;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.chat.SenderResolver;
import io.gatehouse.install.claim.Voucher;
import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.held.Envelope;
import io.gatehouse.install.move.AccountChange;
import io.gatehouse.install.move.AccountChanges;
import io.gatehouse.install.reply.Languages;
import io.gatehouse.install.reply.Replies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;

/** Answers inbound messages, with or without text, in the caller's transaction. */
@Dependent
public class InboundAnswers {

    private final SenderResolver door;
    private final InboundReplies replies;
    private final AccountChanges changes;
    private final DisplayNameStore names;

    @Inject
    public InboundAnswers(SenderResolver door, InboundReplies replies, AccountChanges changes, DisplayNameStore names) {
        this.door = door;
        this.replies = replies;
        this.changes = changes;
        this.names = names;
    }

    /**
     * The outcome of a message.
     *
     * @param word the value of the metric's label
     * @param answered whether a reply was put into the outbox
     */
    record Outcome(String word, boolean answered) {}

    Outcome answer(OpenConnection connection, InboundMessage message) {
        return switch (message.particulars().kind()) {
            case WORDS -> words(connection, message);
            case WORDLESS -> wordless(connection, message, "text_only", "wordless");
            case OPENED -> wordless(connection, message, "welcome", "welcomed");
            case ACCOUNT_CHANGED -> changed(connection, message);
        };
    }

    private Outcome words(OpenConnection connection, InboundMessage message) {
        SenderResolver.Received received = receive(connection, message);
        ChatAnswer answer = received.answer();
        return answer.outcome() == ChatOutcome.ROUTED
                ? routed(replies.route(connection, message, received))
                : said(connection, message, answer);
    }

    /** If no agent serves the template, the sender is informed. */
    private static Outcome routed(boolean served) {
        return served ? new Outcome("routed", false) : new Outcome("unserved", true);
    }

    /**
     * Answers a message without text; nothing is delivered to an agent. A sender without an agent gets the same answer
     * as to any first message.
     */
    private Outcome wordless(OpenConnection connection, InboundMessage message, String reply, String word) {
        ChatAnswer answer = receive(connection, message).answer();
        return answer.outcome() == ChatOutcome.ROUTED
                ? new Outcome(word, say(connection, message, reply))
                : said(connection, message, answer);
    }

    private Outcome changed(OpenConnection connection, InboundMessage message) {
        Voucher voucher = voucher(connection);
        AccountChange change = new AccountChange(
                message.particulars().previous(),
                message.aliases(),
                voucher.scope(
                        Objects.requireNonNullElse(message.particulars().scope(), "connection:" + connection.id())),
                connection.templateAgentId(),
                voucher,
                message.sentAt());
        return switch (changes.apply(connection.platform(), change)) {
            case MOVED -> new Outcome("moved", say(connection, message, "moved"));
            case MOVED_SILENTLY -> new Outcome("moved", false);
            case NOTHING -> new Outcome("nothing_moved", false);
        };
    }

    private SenderResolver.Received receive(OpenConnection connection, InboundMessage message) {
        SenderResolver.Received received = door.receive(
                new ChatMessage(
                        connection.platform().wireName(),
                        message.sender(),
                        message.aliases(),
                        connection.templateAgentId().toString(),
                        null,
                        message.id(),
                        message.text(),
                        language(connection, message)),
                new Envelope(connection.id(), message::toJson),
                voucher(connection),
                message.particulars().scope());
        names.keep(received, message.particulars().displayName());
        return received;
    }

    /**
     * Messages of the homeserver have the deployment's authority; all others are signed with secrets that the
     * organization set.
     */
    private static Voucher voucher(OpenConnection connection) {
        return connection.platform() == Platform.MATRIX ? Voucher.DEPLOYMENT : new Voucher(connection.organizationId());
    }

    private Outcome said(OpenConnection connection, InboundMessage message, ChatAnswer answer) {
        return new Outcome(answer.outcome().name().toLowerCase(Locale.ROOT), replies.say(connection, message, answer));
    }

    private boolean say(OpenConnection connection, InboundMessage message, String key) {
        String text = Replies.in(Languages.of(language(connection, message)).orElse(Languages.DEFAULT))
                .text(key);
        return replies.say(connection, message, new ChatAnswer(ChatOutcome.ROUTED, null, null, text, null));
    }

    private static String language(OpenConnection connection, InboundMessage message) {
        String language = message.language();
        return language == null ? connection.language() : language;
    }
}
