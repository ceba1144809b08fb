package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.chat.RoutedMessages;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.chat.Received;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.outbox.Outbox;
import io.gatehouse.install.channel.reply.Languages;
import io.gatehouse.install.channel.reply.Replies;
import io.gatehouse.install.channel.room.ChatRooms;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;

/** Delivers answers: replies to the person, routed messages to the agent. Runs in the caller's transaction. */
@Dependent
public class InboundReplies {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private final Outbox outbox;
    private final ChatRooms rooms;
    private final RoutedMessages agents;
    private final InstantSource clock;

    @Inject
    public InboundReplies(Outbox outbox, ChatRooms rooms, RoutedMessages agents, InstantSource clock) {
        this.outbox = outbox;
        this.rooms = rooms;
        this.agents = agents;
        this.clock = clock;
    }

    /** Puts the reply into the outbox; false if the answer has none. */
    boolean reply(OpenConnection connection, InboundMessage message, ChatAnswer answer) {
        String reply = answer.reply();
        if (reply == null) {
            return false;
        }
        outbox.enqueue(destination(connection, message), source(connection, message, answer), reply);
        return true;
    }

    /**
     * Returns the source, by which the outbox drops repetitions. A sender over the rate limit is informed once a
     * minute, so that the replies do not become a flood themselves. In a Matrix room some people may not address the
     * agent at all: they are informed once a day that it does not know them.
     */
    private String source(OpenConnection connection, InboundMessage message, ChatAnswer answer) {
        if (answer.outcome() == ChatOutcome.RATE_LIMITED) {
            return onceAMinute("limit", message);
        }
        return answer.outcome() == ChatOutcome.NOT_INSTALLED && connection.platform() == Platform.MATRIX
                ? "stranger:" + fingerprint(message.chat() + " " + message.sender()) + ":" + clock.millis() / DAY
                : "message:" + fingerprint(message.id());
    }

    /**
     * Delivers the message to the serving agent. False if no agent serves the template; then the person is informed,
     * once a minute.
     */
    boolean route(OpenConnection connection, InboundMessage message, Received received) {
        return route(connection, message, Objects.requireNonNull(received.account()), received.route());
    }

    boolean route(OpenConnection connection, InboundMessage message, PlatformAccount account, ChatRoute route) {
        RoutedMessage routed = new RoutedMessage(
                connection.templateAgentId(),
                route,
                rooms.idOf(destination(connection, message), account),
                account.namespace() == Namespace.MATRIX_USER_ID
                        ? account.identifier()
                        : account.namespace().wireName() + ":" + account.identifier(),
                account.namespace() == Namespace.MATRIX_USER_ID
                        ? message.id()
                        : "$" + fingerprint(connection.id() + " " + message.id()),
                message.text(),
                message.sentAt());
        if (agents.deliver(routed)) {
            return true;
        }
        replyOnceAMinute(connection, message, "unserved");
        return false;
    }

    /** Puts the reply into the outbox, at most once a minute for each chat and key. */
    void replyOnceAMinute(OpenConnection connection, InboundMessage message, String key) {
        String language = message.language() == null ? connection.language() : message.language();
        outbox.enqueue(
                destination(connection, message),
                onceAMinute(key, message),
                Replies.in(Languages.of(language).orElse(Languages.DEFAULT)).text(key));
    }

    private String onceAMinute(String what, InboundMessage message) {
        return what + ":" + fingerprint(message.chat()) + ":" + clock.millis() / MINUTE;
    }

    private static Outbox.Destination destination(OpenConnection connection, InboundMessage message) {
        return new Outbox.Destination(connection.id(), connection.platform(), message.chat(), message.thread());
    }

    private static String fingerprint(String text) {
        return Base64Url.encode(Sha256.of(text));
    }
}
