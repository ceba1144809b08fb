package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.channel.reply.MaskedEmail;
import io.gatehouse.install.channel.reply.Replies;
import io.gatehouse.install.claim.ClaimResult;
import io.gatehouse.install.claim.typed.PendingQuestions;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds answers, with the reply in the sender's language. */
@Dependent
public class ChatResponses {

    private final String publicUrl;
    private final Duration undoWindow;

    @Inject
    public ChatResponses(Settings settings) {
        this.publicUrl = settings.publicUrl();
        this.undoWindow = settings.install().undoWindow();
    }

    ChatAnswer of(ClaimResult result, Incoming message) {
        if (result instanceof ClaimResult.Claimed claimed) {
            return claimed(claimed, message);
        }
        ClaimResult.Refused refused = (ClaimResult.Refused) result;
        return withoutAgent(
                refused.outcome(), text(key(refused.outcome()), message, message.template(), "", refused.item()));
    }

    /** The answer to a sender without an agent. */
    ChatAnswer notInstalled(Incoming message) {
        return new ChatAnswer(
                ChatOutcome.NOT_INSTALLED,
                null,
                null,
                text("not_installed", message, message.template(), "", null),
                installUrl(message.template()));
    }

    ChatAnswer confirm(Incoming message, Template template, @Nullable String email) {
        return withoutAgent(
                ChatOutcome.CONFIRM_REQUIRED,
                text("confirm_required", message, template, masked(email, message), null));
    }

    /** Asks the sender to confirm that the number belongs to the user who entered it. */
    ChatAnswer greeted(Incoming message, PendingQuestions pending) {
        return withoutAgent(ChatOutcome.GREETED, greeting(message, pending));
    }

    /** Asks about the next user who entered the number, after a NO to the previous one. */
    ChatAnswer greetedNext(Incoming message, PendingQuestions pending) {
        return withoutAgent(ChatOutcome.GREETED, replies(message).text("refused") + " " + greeting(message, pending));
    }

    /** The answer to a NO, if no other user has entered the number. */
    ChatAnswer refusedTyped(Incoming message) {
        return withoutAgent(ChatOutcome.UNLINKED, text("refused", message, message.template(), "", null));
    }

    /** The answer to a YES. */
    ChatAnswer connected(Incoming message, ChatRoute route, @Nullable String email) {
        return new ChatAnswer(
                ChatOutcome.LINKED,
                route.agentId(),
                route.organizationId(),
                text("linked", message, message.template(), masked(email, message), null),
                null);
    }

    private static String greeting(Incoming message, PendingQuestions pending) {
        return replies(message)
                .text(
                        pending.isAmbiguous() ? "greeted.doubt" : "greeted",
                        message.template().name(),
                        masked(pending.newest().email(), message));
    }

    ChatAnswer unlinked(Incoming message) {
        return withoutAgent(ChatOutcome.UNLINKED, text("unlinked", message, message.template(), "", null));
    }

    ChatAnswer declined(Incoming message) {
        return withoutAgent(ChatOutcome.UNLINKED, text("declined", message, message.template(), "", null));
    }

    ChatAnswer refused(ChatOutcome outcome, Incoming message) {
        return withoutAgent(outcome, text(key(outcome), message, message.template(), "", null));
    }

    private ChatAnswer claimed(ClaimResult.Claimed claimed, Incoming message) {
        String key = claimed.outcome() == ChatOutcome.INSTALLED && !claimed.undoable()
                ? "installed.known"
                : key(claimed.outcome());
        Replies replies = replies(message);
        String reply =
                replies.text(key, claimed.agentName(), masked(claimed.email(), message), replies.duration(undoWindow));
        return new ChatAnswer(claimed.outcome(), claimed.agentId(), claimed.organizationId(), reply, null);
    }

    private String text(String key, Incoming message, Template template, String email, @Nullable String item) {
        Replies replies = replies(message);
        return replies.text(
                key,
                template.name(),
                email,
                replies.duration(undoWindow),
                installUrl(template),
                item == null ? "" : item);
    }

    private static String masked(@Nullable String email, Incoming message) {
        return MaskedEmail.of(email).orElseGet(() -> replies(message).text("account.unnamed"));
    }

    private static Replies replies(Incoming message) {
        return Replies.in(message.language());
    }

    private String installUrl(Template template) {
        return publicUrl + "/install/" + template.slug();
    }

    private static ChatAnswer withoutAgent(ChatOutcome outcome, String reply) {
        return new ChatAnswer(outcome, null, null, reply, null);
    }

    private static String key(ChatOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
