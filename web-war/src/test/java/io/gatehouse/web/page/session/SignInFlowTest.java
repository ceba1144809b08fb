package io.gatehouse.web.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.oidc.StandInProvider;
import io.gatehouse.web.page.session.SignInFlow.Answer;
import io.gatehouse.web.page.session.SignInFlow.Started;
import io.gatehouse.web.page.session.SignInOutcome.Declined;
import io.gatehouse.web.page.session.SignInOutcome.Refused;
import io.gatehouse.web.page.session.SignInOutcome.SignedIn;
import io.gatehouse.web.page.session.SignInOutcome.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
class SignInFlowTest {

    private static final ReturnPath PAGE = ReturnPath.of("/install/personal-finance");

    private final AtomicReference<Instant> now = new AtomicReference<>(StandInProvider.NOW);
    private final StandInProvider standIn = new StandInProvider();
    private final SignInFlow flow = flow(Map.of(
            "gatehouse.oidc.issuer",
            standIn.issuer(),
            "gatehouse.oidc.client-id",
            StandInProvider.CLIENT,
            "gatehouse.public-url",
            "https://gatehouse.example"));

    SignInFlowTest() throws IOException {}

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aSignInEndsAtThePageWhereItStarted() {
        Started started = start(BrowserRequest.get());
        standIn.signIn(standIn.claims(query(started, "nonce")).build());

        assertThat(finish(started.cookie(), query(started, "state"), "code"))
                .isInstanceOfSatisfying(SignedIn.class, person -> {
                    assertThat(person.user().email()).isEqualTo("ada@example.com");
                    assertThat(person.returnPath()).isEqualTo(PAGE);
                });
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherHosts() {
        assertThat(start(BrowserRequest.get()).cookie())
                .matches("__Host-gatehouse-sign-in=[A-Za-z0-9_-]{43};.*")
                .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Max-Age=600;")
                .doesNotContain("Domain");
    }

    @Test
    void twoTabsOfOneBrowserSignInAtOnce() {
        Started first = start(BrowserRequest.get());
        Started second = start(BrowserRequest.get().withCookies(first.cookie()));

        for (Started tab : new Started[] {first, second}) {
            standIn.signIn(standIn.claims(query(tab, "nonce")).build());
            assertThat(finish(second.cookie(), query(tab, "state"), "code")).isInstanceOf(SignedIn.class);
        }
    }

    @Test
    void aSignInCannotBeFinishedInAnotherBrowser() {
        Started attackers = start(BrowserRequest.get());
        Started victims = start(BrowserRequest.get());
        standIn.signIn(standIn.claims(query(attackers, "nonce")).build());

        assertThat(finish(victims.cookie(), query(attackers, "state"), "code")).isInstanceOf(Refused.class);
        assertThat(finish(null, query(attackers, "state"), "code")).isInstanceOf(Refused.class);
        assertThat(finish("__Host-gatehouse-sign-in=", query(attackers, "state"), "code"))
                .isInstanceOf(Refused.class);
        assertThat(finish(attackers.cookie().replace("__Host-", ""), query(attackers, "state"), "code"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anIdTokenOfAnotherAttemptIsRefused() {
        Started first = start(BrowserRequest.get());
        Started second = start(BrowserRequest.get().withCookies(first.cookie()));
        standIn.signIn(standIn.claims(query(first, "nonce")).build());

        assertThat(finish(second.cookie(), query(second, "state"), "code")).isInstanceOf(Refused.class);
    }

    @Test
    void aStateThatIsNotOursIsRefused() {
        Started started = start(BrowserRequest.get());
        String state = query(started, "state");
        for (String other : new String[] {"", "x", state + "AAAA", state.substring(4), "A" + state.substring(1)}) {
            assertThat(finish(started.cookie(), other, "code")).as(other).isInstanceOf(Refused.class);
        }
        assertThat(finish(started.cookie(), null, "code")).isInstanceOf(Refused.class);
    }

    @Test
    void aSignInThatTakesTooLongIsRefused() {
        Started started = start(BrowserRequest.get());
        standIn.signIn(standIn.claims(query(started, "nonce")).build());
        now.updateAndGet(time -> time.plus(SignInFlow.TIMEOUT).plusSeconds(1));

        assertThat(finish(started.cookie(), query(started, "state"), "code"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.returnPath())
                        .isEqualTo(PAGE));
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefusedBeforeItsCodeIsSent() {
        Started started = start(BrowserRequest.get());
        standIn.signIn(standIn.claims(query(started, "nonce")).build());

        assertThat(finish(started.cookie(), new Answer(query(started, "state"), "code", null, "https://evil.example")))
                .isInstanceOf(Refused.class);
        assertThat(finish(started.cookie(), new Answer(query(started, "state"), "code", null, standIn.issuer())))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void aCancelledSignInIsDeclined() {
        Started started = start(BrowserRequest.get());

        assertThat(finish(started.cookie(), new Answer(query(started, "state"), null, "access_denied", null)))
                .isEqualTo(new Declined(PAGE));
        assertThat(finish(started.cookie(), new Answer(query(started, "state"), null, null, null)))
                .isEqualTo(new Declined(PAGE));
    }

    @Test
    void anUnreachableProviderMakesSignInUnavailable() {
        Started started = start(BrowserRequest.get());
        standIn.close();

        assertThat(finish(started.cookie(), query(started, "state"), "code")).isEqualTo(new Unavailable(PAGE));
        assertThat(flow(Map.of(
                                "gatehouse.oidc.issuer",
                                standIn.issuer(),
                                "gatehouse.oidc.client-id",
                                StandInProvider.CLIENT))
                        .start(BrowserRequest.get().servlet(), PAGE))
                .isEmpty();
    }

    @Test
    void withoutAConfiguredClientSignInIsOff() {
        SignInFlow off = flow(Map.of(
                "gatehouse.mode", "production",
                "gatehouse.public-url", "https://gatehouse.example",
                "gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32])));

        assertThat(off.isOn()).isFalse();
        assertThat(off.start(BrowserRequest.get().servlet(), PAGE)).isEmpty();
        assertThat(off.endSession()).isEmpty();
    }

    @Test
    void withoutAConfiguredClientTheDevelopmentIssuerSignsInIfItIsDeployed() {
        assertThat(flow(Map.of(), true).isOn()).isTrue();
        assertThat(flow(Map.of(), false).isOn()).isFalse();
        assertThat(flow(
                                Map.of(
                                        "gatehouse.oidc.issuer",
                                        standIn.issuer(),
                                        "gatehouse.oidc.client-id",
                                        StandInProvider.CLIENT),
                                false)
                        .isOn())
                .isTrue();
    }

    @Test
    void theStateRevealsNothingToTheProvider() {
        Started started = start(BrowserRequest.get());
        byte[] state = Base64.getUrlDecoder().decode(query(started, "state"));

        assertThat(new String(state, StandardCharsets.ISO_8859_1)).doesNotContain("install", "verifier");
        assertThat(flow.link("/install/a?b=c&d"))
                .isEqualTo("https://gatehouse.example/session/sign-in?return=%2Finstall%2Fa%3Fb%3Dc%26d");
    }

    private Started start(BrowserRequest request) {
        return flow.start(request.servlet(), PAGE).orElseThrow();
    }

    private SignInOutcome finish(@Nullable String cookie, @Nullable String state, String code) {
        return finish(cookie, new Answer(state, code, null, null));
    }

    private SignInOutcome finish(@Nullable String cookie, Answer answer) {
        BrowserRequest request = BrowserRequest.get();
        return flow.finish((cookie == null ? request : request.withCookies(cookie)).servlet(), answer);
    }

    private static String query(Started started, String name) {
        URI location = started.location();
        Map<String, String> query = new HashMap<>();
        for (String field : location.getRawQuery().split("&", -1)) {
            String[] pair = field.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return String.valueOf(query.get(name));
    }

    private SignInFlow flow(Map<String, String> configuration) {
        return flow(configuration, true);
    }

    private SignInFlow flow(Map<String, String> configuration, boolean withDevelopmentIssuer) {
        Map<String, String> values = new HashMap<>(configuration);
        values.putIfAbsent("gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32]));
        SignInFlow made = new SignInFlow();
        made.settings = Settings.of(values);
        made.random = new SecureRandom();
        made.clock = now::get;
        made.cookie = new SignInCookie();
        made.cookie.settings = made.settings;
        made.cookie.random = made.random;
        made.cookie.prepare();
        made.prepare(withDevelopmentIssuer);
        return made;
    }
}
