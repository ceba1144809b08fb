package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallState.LinkedChat;
import io.gatehouse.contract.install.InstallState.UndoneLink;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.page.html.Texts;
import io.gatehouse.web.page.landing.LandingView.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the state of a user's install in words. */
@ApplicationScoped
class LandingMessages {

    private static final String GOOD = "state-good";
    private static final String NOTE = "state-note";

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    /**
     * Null if there is nothing to report.
     *
     * @param numbers the WhatsApp numbers under which the agent can be messaged
     */
    @Nullable Message of(Texts texts, String agent, InstallState state, List<String> numbers) {
        if (state.awaitsYes()) {
            return new Message(
                    NOTE, texts.get("state_awaits_title"), List.of(texts.format("state_awaits_text", agent)));
        }
        UndoneLink undone = state.undone();
        Instant declinedAt = state.declinedAt();
        if (declinedAt != null && (undone == null || undone.undoneAt().isBefore(declinedAt))) {
            return new Message(NOTE, texts.get("state_declined_title"), declined(texts, agent, state, numbers));
        }
        if (undone != null) {
            return new Message(
                    NOTE,
                    texts.get(undone.verified() ? "state_undone_title" : "state_refused_title"),
                    undone(texts, agent, state, undone));
        }
        return state.agentId() == null
                ? null
                : new Message(
                        GOOD, texts.format("state_installed_title", agent), installed(texts, agent, state, numbers));
    }

    private static List<String> undone(Texts texts, String agent, InstallState state, UndoneLink undone) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.format(
                undone.verified() ? "state_undone_text" : "state_refused_text",
                chat(texts, undone.platform(), undone.account())));
        if (state.agentId() != null) {
            lines.add(texts.format("state_undone_agent", agent));
        }
        return lines;
    }

    /** Does not name the chat that answered NO: it has not agreed to be linked. */
    private List<String> declined(Texts texts, String agent, InstallState state, List<String> numbers) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("state_declined_text"));
        if (state.agentId() == null) {
            lines.add(texts.format("state_declined_again", agent));
        } else {
            lines.addAll(installed(texts, agent, state, numbers));
        }
        return lines;
    }

    private List<String> installed(Texts texts, String agent, InstallState state, List<String> numbers) {
        List<String> lines = new ArrayList<>();
        for (LinkedChat chat : state.chats()) {
            String named = chat(texts, chat.platform(), chat.account());
            String code = chat.code() == null ? "" : chat.code();
            if (chat.verified()) {
                lines.add(texts.format("state_linked", named, agent));
            } else if (chat.asked()) {
                lines.add(texts.format("state_typed_asked", named, agent, code));
            } else if (numbers.isEmpty()) {
                lines.add(texts.format("state_typed", named, agent, code));
            } else {
                lines.add(texts.format("state_typed_number", named, agent, code, String.join(", ", numbers)));
            }
        }
        if (lines.isEmpty()) {
            lines.add(texts.get("state_no_chat"));
        }
        Duration window = settings.install().undoWindow();
        if (state.chats().stream().anyMatch(chat -> chat.verified() && isWithin(window, chat))) {
            lines.add(texts.format("state_undo", texts.duration(window)));
        }
        return lines;
    }

    private boolean isWithin(Duration window, LinkedChat chat) {
        return clock.instant().isBefore(chat.linkedAt().plus(window));
    }

    private static String chat(Texts texts, String platform, String account) {
        return account.isEmpty()
                ? texts.format("chat_unnamed", Platforms.name(platform))
                : texts.format("chat_named", Platforms.name(platform), account);
    }
}
