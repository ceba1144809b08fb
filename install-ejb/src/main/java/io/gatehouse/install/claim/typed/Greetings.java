package io.gatehouse.install.claim.typed;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.outbox.Outbox;
import io.gatehouse.install.channel.platform.MessageTemplate;
import io.gatehouse.install.channel.reply.MaskedEmail;
import io.gatehouse.install.channel.reply.Replies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sends a question to a typed number immediately, if a connection has a message template for it. Runs in the caller's
 * transaction. The owner of the number has not asked for it: a number gets at most one such message a day, from any
 * user, and a user can trigger only a few.
 */
@Dependent
public class Greetings {

    public static final Duration DAY = Duration.ofDays(1);

    static final int MAX_PER_USER = 5;

    private static final String DEFAULT_LANGUAGE = "en";
    private static final Pattern NUMBER = Pattern.compile("(\\d{7,15})@s\\.whatsapp\\.net");

    private final OpenConnections connections;
    private final TypedQuestionStore questions;
    private final GreetingStore greetings;
    private final Outbox outbox;
    private final InstantSource clock;

    @Inject
    public Greetings(
            OpenConnections connections,
            TypedQuestionStore questions,
            GreetingStore greetings,
            Outbox outbox,
            InstantSource clock) {
        this.connections = connections;
        this.questions = questions;
        this.greetings = greetings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Greets the account of a link that has just become pending. The caller has locked the user's organization, so that
     * the user's greetings are counted one after another.
     *
     * @param identityId of the link
     * @param agent the name of the template agent
     */
    public void greet(UUID identityId, PlatformAccount account, UUID templateAgentId, String agent) {
        var number = NUMBER.matcher(account.identifier());
        Optional<OpenConnection> connection = connections.enabledInside(Platform.WHATSAPP).stream()
                .filter(it -> it.templateAgentId().equals(templateAgentId))
                .filter(it -> it.settings().find(SettingField.GREETING_TEMPLATE).isPresent())
                .findFirst();
        if (connection.isEmpty() || !number.matches()) {
            return;
        }
        List<String> key = List.of(account.activeKey());
        Instant now = clock.instant();
        if (questions.open(key, templateAgentId, now).isEmpty()) {
            questions
                    .pending(key, templateAgentId, now)
                    .filter(pending -> pending.newest().identityId().equals(identityId))
                    .ifPresent(pending -> send(pending, connection.get(), number.group(1), agent));
        }
    }

    private void send(PendingQuestions pending, OpenConnection connection, String number, String agent) {
        TypedQuestion question = pending.newest();
        Instant now = clock.instant();
        Instant since = now.minus(DAY);
        if (greetings.countFor(question.user(), since) >= MAX_PER_USER
                || !greetings.add(question.accountKey(), question.user(), now, since)
                || !questions.add(question, connection.id(), now)) {
            return;
        }
        Replies replies = Replies.in(connection.language());
        String maskedEmail = MaskedEmail.of(question.email()).orElseGet(() -> replies.text("account.unnamed"));
        outbox.enqueue(
                new Outbox.Destination(connection.id(), connection.platform(), number, null),
                "greeting:" + question.identityId(),
                replies.text(pending.isAmbiguous() ? "greeted.doubt" : "greeted", agent, maskedEmail),
                new MessageTemplate(
                        connection.setting(SettingField.GREETING_TEMPLATE),
                        connection
                                .settings()
                                .find(SettingField.GREETING_LANGUAGE)
                                .orElse(DEFAULT_LANGUAGE),
                        List.of(agent, maskedEmail)));
    }
}
