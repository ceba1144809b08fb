package io.gatehouse.web.page.landing;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallState.LinkedChat;
import io.gatehouse.contract.install.InstallStates;
import io.gatehouse.contract.install.Manifest;
import io.gatehouse.web.page.html.Pages;
import io.gatehouse.web.page.html.Texts;
import io.gatehouse.web.page.landing.LandingView.Group;
import io.gatehouse.web.page.landing.LandingView.InstallCode;
import io.gatehouse.web.page.landing.LandingView.PhoneForm;
import io.gatehouse.web.page.session.SignInFlow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the landing page of a template, for signed-in users and for strangers. */
@ApplicationScoped
class LandingPage {

    /** The kinds of blueprint items, in the order in which they are shown. */
    private static final List<String> KINDS =
            List.of("entity_type", "entity_relationship_type", "event_classifier", "watcher");

    private static final Pattern WHATSAPP_LINK = Pattern.compile("https://wa\\.me/(\\d+)");

    @Inject
    InstallStates states;

    @Inject
    InstallCodes installCodes;

    @Inject
    LandingMessages messages;

    @Inject
    SignInFlow signIn;

    @Inject
    Pages pages;

    /** The page for visitors who are not signed in. */
    Response forStranger(Manifest manifest) {
        Texts texts = pages.texts();
        String path = path(manifest);
        return page(
                200,
                new LandingView(
                        path,
                        manifest.name(),
                        texts.format("landing_by", manifest.publisher()),
                        manifest.description(),
                        brings(texts, manifest),
                        false,
                        signIn.isOn() ? signIn.link(path) : "",
                        texts.format("landing_sign_in_title", manifest.name()),
                        "",
                        "",
                        null,
                        null,
                        null));
    }

    Response forUser(Manifest manifest, UserId user) {
        InstallState state = states.of(user, manifest.templateAgentId());
        // The form stays until a chat is verified, so that a mistyped number can be corrected.
        boolean linked = state.agentId() != null && state.chats().stream().anyMatch(LinkedChat::verified);
        return forUser(200, manifest, user, state, linked ? null : phone(manifest, state, "", ""));
    }

    /** The page again, with an error message at its form. */
    Response again(Manifest manifest, UserId user, String number, PhoneFault fault) {
        String error = pages.texts().format(fault.text(), manifest.name(), fault.detail());
        InstallState state = states.of(user, manifest.templateAgentId());
        return forUser(fault.status(), manifest, user, state, phone(manifest, state, number, error));
    }

    private Response forUser(
            int status, Manifest manifest, UserId user, InstallState state, @Nullable PhoneForm phone) {
        Texts texts = pages.texts();
        String path = path(manifest);
        InstallCode installCode = installCodes.of(texts, manifest, user, state);
        return page(
                status,
                new LandingView(
                        path,
                        manifest.name(),
                        texts.format("landing_by", manifest.publisher()),
                        manifest.description(),
                        brings(texts, manifest),
                        true,
                        "",
                        "",
                        path + "/state",
                        StateDigest.of(state),
                        messages.of(texts, manifest.name(), state, numbers(installCode)),
                        installCode,
                        phone));
    }

    /** The WhatsApp numbers under which the template can be messaged, in E.164. */
    private static List<String> numbers(@Nullable InstallCode installCode) {
        return installCode == null
                ? List.of()
                : installCode.channels().stream()
                        .map(channel -> WHATSAPP_LINK.matcher(channel.url()))
                        .filter(Matcher::lookingAt)
                        .map(link -> "+" + link.group(1))
                        .distinct()
                        .toList();
    }

    private PhoneForm phone(Manifest manifest, InstallState state, String number, String error) {
        Texts texts = pages.texts();
        String suffix = state.agentId() == null ? "" : "_installed";
        return new PhoneForm(
                texts.format("phone_text" + suffix, manifest.name()),
                number,
                error,
                texts.get("phone_button" + suffix));
    }

    /** 404: the template does not exist, or is not public. */
    Response unknown() {
        return pages.message(404, "landing_unknown").build();
    }

    static String path(Manifest manifest) {
        return "/install/" + manifest.slug();
    }

    private Response page(int status, LandingView view) {
        return pages.page(status, "landing", view.name(), view).build();
    }

    private static List<Group> brings(Texts texts, Manifest manifest) {
        Map<String, List<String>> byKind = manifest.brings().stream()
                .collect(Collectors.groupingBy(
                        Manifest.Item::kind, Collectors.mapping(Manifest.Item::name, Collectors.toList())));
        return KINDS.stream()
                .filter(byKind::containsKey)
                .map(kind ->
                        new Group(texts.get("kind_" + kind), String.join(", ", byKind.getOrDefault(kind, List.of()))))
                .toList();
    }
}
