package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.chat.MessageHandler;
import io.gatehouse.install.channel.chat.PlatformMessage;
import io.gatehouse.install.channel.chat.Received;
import io.gatehouse.install.channel.chat.SenderResolver;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.reply.Languages;
import io.gatehouse.install.channel.reply.Replies;
import io.gatehouse.install.claim.LinkAuthority;
import io.gatehouse.install.claim.held.Envelope;
import io.gatehouse.install.claim.move.AccountChange;
import io.gatehouse.install.claim.move.AccountChanges;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;

/** Answers inbound messages, with or without text, in the caller's transaction. */
@Dependent
public class InboundResponder {

    private final SenderResolver senders;
    private final MessageHandler handler;
    private final InboundReplies replies;
    private final AccountChanges changes;
    private final DisplayNameStore names;

    @Inject
    public InboundResponder(
            SenderResolver senders,
            MessageHandler handler,
            InboundReplies replies,
            AccountChanges changes,
            DisplayNameStore names) {
        this.senders = senders;
        this.handler = handler;
        this.replies = replies;
        this.changes = changes;
        this.names = names;
    }

    /**
     * The outcome of a message.
     *
     * @param label the value of the metric's label
     * @param answered whether a reply was put into the outbox
     */
    record Outcome(String label, boolean answered) {}

    Outcome answer(OpenConnection connection, InboundMessage message) {
        return switch (message.details().kind()) {
            case WORDS -> answerText(connection, message);
            case WORDLESS -> answerWithoutText(connection, message, "text_only", "wordless");
            case OPENED -> answerWithoutText(connection, message, "welcome", "welcomed");
            case ACCOUNT_CHANGED -> applyChange(connection, message);
        };
    }

    private Outcome answerText(OpenConnection connection, InboundMessage message) {
        Received received = receive(connection, message);
        ChatAnswer answer = received.answer();
        return answer.outcome() == ChatOutcome.ROUTED
                ? routed(replies.route(connection, message, received))
                : replied(connection, message, answer);
    }

    /** If no agent serves the template, the sender is informed. */
    private static Outcome routed(boolean served) {
        return served ? new Outcome("routed", false) : new Outcome("unserved", true);
    }

    /**
     * Answers a message without text; nothing is delivered to an agent. A sender without an agent gets the same answer
     * as to any first message.
     */
    private Outcome answerWithoutText(OpenConnection connection, InboundMessage message, String reply, String label) {
        ChatAnswer answer = receive(connection, message).answer();
        return answer.outcome() == ChatOutcome.ROUTED
                ? new Outcome(label, reply(connection, message, reply))
                : replied(connection, message, answer);
    }

    private Outcome applyChange(OpenConnection connection, InboundMessage message) {
        LinkAuthority authority = authority(connection);
        AccountChange change = new AccountChange(
                message.details().previous(),
                message.aliases(),
                authority.scope(Objects.requireNonNullElse(message.details().scope(), "connection:" + connection.id())),
                connection.templateAgentId(),
                authority,
                message.sentAt());
        return switch (changes.apply(connection.platform(), change)) {
            case MOVED -> new Outcome("moved", reply(connection, message, "moved"));
            case MOVED_SILENTLY -> new Outcome("moved", false);
            case NOTHING -> new Outcome("nothing_moved", false);
        };
    }

    private Received receive(OpenConnection connection, InboundMessage message) {
        PlatformMessage received = new PlatformMessage(
                connection.platform(),
                message.sender(),
                message.aliases(),
                message.id(),
                message.text(),
                language(connection, message),
                authority(connection),
                message.details().scope(),
                new Envelope(connection.id(), message::toJson));
        Received answered = handler.receive(senders.resolve(received, connection.templateAgentId()));
        names.keep(answered, message.details().displayName());
        return answered;
    }

    /**
     * Messages of the homeserver have the deployment's authority; all others are signed with secrets that the
     * organization set.
     */
    private static LinkAuthority authority(OpenConnection connection) {
        return connection.platform() == Platform.MATRIX
                ? LinkAuthority.DEPLOYMENT
                : new LinkAuthority(connection.organizationId());
    }

    private Outcome replied(OpenConnection connection, InboundMessage message, ChatAnswer answer) {
        return new Outcome(
                answer.outcome().name().toLowerCase(Locale.ROOT), replies.reply(connection, message, answer));
    }

    private boolean reply(OpenConnection connection, InboundMessage message, String key) {
        String text = Replies.in(Languages.of(language(connection, message)).orElse(Languages.DEFAULT))
                .text(key);
        return replies.reply(connection, message, new ChatAnswer(ChatOutcome.ROUTED, null, null, text, null));
    }

    private static String language(OpenConnection connection, InboundMessage message) {
        String language = message.language();
        return language == null ? connection.language() : language;
    }
}
