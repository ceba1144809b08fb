package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.domain.config.Settings;
import io.gatehouse.install.claim.ClaimResult;
import io.gatehouse.install.template.Template;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts answers into words. */
@Dependent
public class Answers {

    private final Replies replies = Replies.english();
    private final String publicUrl;
    private final Duration undoWindow;

    @Inject
    public Answers(Settings settings) {
        this.publicUrl = settings.publicUrl();
        this.undoWindow = settings.install().undoWindow();
    }

    boolean isNo(String message) {
        return replies.isNo(message);
    }

    boolean isYes(String message) {
        return replies.isYes(message);
    }

    ChatAnswer of(ClaimResult result, Template channel) {
        if (result instanceof ClaimResult.Claimed claimed) {
            return claimed(claimed);
        }
        ClaimResult.Refused refused = (ClaimResult.Refused) result;
        return bare(refused.outcome(), text(key(refused.outcome()), channel, "", refused.item()));
    }

    ChatAnswer routed(ChatRoute route) {
        return new ChatAnswer(ChatOutcome.ROUTED, route.agentId(), route.organizationId(), null, null);
    }

    ChatAnswer notInstalled(Template channel) {
        return new ChatAnswer(
                ChatOutcome.NOT_INSTALLED, null, null, text("not_installed", channel, "", null), installUrl(channel));
    }

    ChatAnswer confirm(Template template, @Nullable String email) {
        return bare(ChatOutcome.CONFIRM_REQUIRED, text("confirm_required", template, masked(email), null));
    }

    ChatAnswer unlinked(Template channel) {
        return bare(ChatOutcome.UNLINKED, text("unlinked", channel, "", null));
    }

    ChatAnswer declined(Template channel) {
        return bare(ChatOutcome.UNLINKED, text("declined", channel, "", null));
    }

    ChatAnswer refused(ChatOutcome outcome, Template channel) {
        return bare(outcome, text(key(outcome), channel, "", null));
    }

    private ChatAnswer claimed(ClaimResult.Claimed claimed) {
        String key = claimed.outcome() == ChatOutcome.INSTALLED && !claimed.undoable()
                ? "installed.known"
                : key(claimed.outcome());
        String reply = replies.text(key, claimed.agentName(), masked(claimed.email()), replies.duration(undoWindow));
        return new ChatAnswer(claimed.outcome(), claimed.agentId(), claimed.organizationId(), reply, null);
    }

    private String text(String key, Template template, String email, @Nullable String item) {
        return replies.text(
                key,
                template.name(),
                email,
                replies.duration(undoWindow),
                installUrl(template),
                item == null ? "" : item);
    }

    private String masked(@Nullable String email) {
        return email == null ? replies.text("account.unnamed") : MaskedEmail.of(email);
    }

    private String installUrl(Template template) {
        return publicUrl + "/install/" + template.slug();
    }

    private static ChatAnswer bare(ChatOutcome outcome, String reply) {
        return new ChatAnswer(outcome, null, null, reply, null);
    }

    private static String key(ChatOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
