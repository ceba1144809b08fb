package io.gatehouse.web.page.session;

import io.gatehouse.kernel.config.DevelopmentIssuer;
import io.gatehouse.kernel.config.OidcSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.oidc.CodeExchange;
import io.gatehouse.web.oauth.oidc.OpenIdProvider;
import io.gatehouse.web.oauth.oidc.ProviderUnavailableException;
import io.gatehouse.web.oauth.oidc.SignInAttempt;
import io.gatehouse.web.page.session.SignInOutcome.Declined;
import io.gatehouse.web.page.session.SignInOutcome.Refused;
import io.gatehouse.web.page.session.SignInOutcome.SignedIn;
import io.gatehouse.web.page.session.SignInOutcome.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in at the provider. A sign-in belongs to the browser that started it: its {@code state} opens only with
 * the random text in that browser's cookie, so an attacker cannot complete his own sign-in in another person's browser
 * (RFC 6749 section 10.12). Any number of tabs can sign in at the same time.
 */
@ApplicationScoped
public class SignInFlow {

    static final Duration TIMEOUT = Duration.ofMinutes(10);
    static final String CALLBACK = "/session/callback";

    private static final Logger LOG = Logger.getLogger(SignInFlow.class.getName());

    @Inject
    Settings settings;

    @Inject
    SecureRandom random;

    @Inject
    InstantSource clock;

    @Inject
    SignInCookie cookie;

    @Inject
    Instance<DevelopmentIssuer> developmentIssuer;

    private @Nullable OpenIdProvider provider;

    @SuppressWarnings("NullAway.Init")
    private SealedText seal;

    @PostConstruct
    void prepare() {
        prepare(!developmentIssuer.isUnsatisfied());
    }

    /** The development issuer is the provider if no client is configured; without it, signing in is then off. */
    void prepare(boolean withDevelopmentIssuer) {
        seal = new SealedText(settings.encryption(), "sign-in", random);
        provider = OidcSettings.from(settings)
                .filter(oidc -> withDevelopmentIssuer || !oidc.issuer().equals(settings.developmentIssuer()))
                .map(oidc -> new OpenIdProvider(oidc, URI.create(settings.publicUrl() + CALLBACK), clock))
                .orElse(null);
    }

    /** Whether signing in with a browser is configured. */
    public boolean isOn() {
        return provider != null;
    }

    /**
     * A link to sign in. It is absolute because the provider sends the browser back to the public URL, where cookies
     * set under another host name are not sent.
     *
     * @param path the local path to continue at
     */
    public String link(String path) {
        return settings.publicUrl() + "/session/sign-in?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    URI address(ReturnPath path) {
        return URI.create(settings.publicUrl() + path.text());
    }

    /** @param cookie a {@code Set-Cookie} header value */
    record Started(URI location, String cookie) {}

    /** Where to sign in; empty if there is no provider, or it does not respond. */
    Optional<Started> start(HttpServletRequest request, ReturnPath returnPath) {
        OpenIdProvider at = provider;
        if (at == null) {
            return Optional.empty();
        }
        String browser = cookie.of(request).orElseGet(cookie::fresh);
        SignInAttempt attempt = SignInAttempt.fresh(random);
        String state = seal.seal(new SignInState(attempt, returnPath, clock.instant()).toBytes(), browser);
        try {
            return Optional.of(new Started(at.authorization(attempt, state), cookie.setting(browser, TIMEOUT)));
        } catch (ProviderUnavailableException e) {
            LOG.log(Level.FINE, "sign-in is not available", e); // logged in Discovery
            return Optional.empty();
        }
    }

    /** The authorization response of the provider, as forwarded by the browser. */
    record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {}

    SignInOutcome finish(HttpServletRequest request, Answer answer) {
        OpenIdProvider at = provider;
        Optional<SignInState> opened = cookie.of(request).flatMap(browser -> opened(answer.state(), browser));
        if (at == null || opened.isEmpty()) {
            return new Refused("it belongs to no sign-in of this browser", ReturnPath.START);
        }
        SignInState state = opened.get();
        if (clock.instant().isAfter(state.startedAt().plus(TIMEOUT))) {
            return new Refused("it was started too long ago", state.returnPath());
        }
        try {
            return finish(at, state, answer);
        } catch (ProviderUnavailableException e) {
            LOG.log(Level.WARNING, "a sign-in failed: {0}", e.getMessage());
            return new Unavailable(state.returnPath());
        }
    }

    private Optional<SignInState> opened(@Nullable String state, String browser) {
        return state == null ? Optional.empty() : seal.open(state, browser).map(SignInState::from);
    }

    private static SignInOutcome finish(OpenIdProvider provider, SignInState state, Answer answer)
            throws ProviderUnavailableException {
        if (!provider.isFrom(answer.issuer())) {
            return new Refused("it is another issuer's", state.returnPath());
        }
        String code = answer.code();
        if (answer.error() != null || code == null) {
            return new Declined(state.returnPath());
        }
        CodeExchange exchange = provider.exchange(code, state.attempt());
        return exchange instanceof CodeExchange.SignedIn signedIn
                ? new SignedIn(signedIn.user(), signedIn.administrator(), state.returnPath())
                : new Refused(((CodeExchange.Refused) exchange).why(), state.returnPath());
    }

    /** Where to sign out at the provider as well; empty if not available. */
    Optional<URI> endSession() {
        OpenIdProvider at = provider;
        try {
            return at == null ? Optional.empty() : at.endSession(address(ReturnPath.START));
        } catch (ProviderUnavailableException e) {
            LOG.log(Level.FINE, "the person stays signed in at the provider", e);
            return Optional.empty();
        }
    }
}
