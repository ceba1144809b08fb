package io.gatehouse.web.page.session;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.session.EndedSessions;
import io.gatehouse.kernel.config.SessionSettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Starts, opens, renews and ends sessions. A foreign, expired or ended session is treated as missing. */
@ApplicationScoped
public class BrowserSessions {

    /** A session is renewed at most ten times per idle time, to avoid a cookie on every answer. */
    private static final int RENEWALS_PER_IDLE_TIME = 10;

    private static final int MAX_NAME_LENGTH = 100;

    @Inject
    Settings settings;

    @Inject
    EndedSessions endedSessions;

    @Inject
    SecureRandom random;

    @Inject
    InstantSource clock;

    @SuppressWarnings("NullAway.Init")
    private SessionSettings lifetimes;

    @SuppressWarnings("NullAway.Init")
    private SealedText seal;

    @SuppressWarnings("NullAway.Init")
    private String deployment;

    @PostConstruct
    void prepare() {
        lifetimes = SessionSettings.from(settings);
        seal = new SealedText(settings.encryption(), "browser-session", random);
        deployment = settings.deploymentId();
    }

    /**
     * A new session with a new id, whatever the browser sent, so that sessions cannot be planted (session fixation).
     */
    BrowserSession start(SignedInUser user, boolean administrator) {
        Instant now = clock.instant();
        return new BrowserSession(UUID.randomUUID(), withoutLongName(user), administrator, now, now);
    }

    String sealed(BrowserSession session) {
        return seal.seal(session.toBytes(), deployment);
    }

    /** The session, if it was sealed here and has neither ended nor expired. */
    Optional<BrowserSession> open(String text) {
        return seal.open(text, deployment)
                .flatMap(BrowserSession::from)
                .filter(this::isInTime)
                .filter(this::isOfTrustedIssuer)
                .filter(session -> endedSessions.among(Set.of(session.id())).isEmpty());
    }

    /** Who signed in at the development issuer, without a password, is not signed in once the deployment is in production. */
    private boolean isOfTrustedIssuer(BrowserSession session) {
        return !settings.isProduction() || !session.user().issuer().equals(settings.developmentIssuer());
    }

    /**
     * The session with this call counted, if it must be sealed again: a tenth of the idle time has passed, or the key
     * was rotated.
     */
    Optional<BrowserSession> renewed(BrowserSession session, String text) {
        Instant now = clock.instant();
        boolean due = !now.isBefore(session.seenAt().plus(lifetimes.idle().dividedBy(RENEWALS_PER_IDLE_TIME)));
        return due || seal.isStale(text) ? Optional.of(session.seen(now)) : Optional.empty();
    }

    /** How long a browser should keep the cookie: until the session ends if it is not used again. */
    Duration cookieAge(BrowserSession session) {
        Duration left = Duration.between(clock.instant(), endsAt(session));
        return left.compareTo(lifetimes.idle()) < 0 ? left : lifetimes.idle();
    }

    /** When the session ends at the latest, however much it is used. */
    public Instant endsAt(BrowserSession session) {
        return session.signedInAt().plus(lifetimes.lifetime());
    }

    /** Ends the session. Once this returns, no node accepts it. */
    void end(BrowserSession session) {
        endedSessions.end(session.id(), endsAt(session));
    }

    private boolean isInTime(BrowserSession session) {
        Instant now = clock.instant();
        return now.isBefore(endsAt(session)) && now.isBefore(session.seenAt().plus(lifetimes.idle()));
    }

    /** Drops a long name: a cookie holds at most 4096 bytes. */
    private static SignedInUser withoutLongName(SignedInUser user) {
        String name = user.name();
        return name == null || name.length() <= MAX_NAME_LENGTH
                ? user
                : new SignedInUser(user.issuer(), user.subject(), user.email(), user.emailVerified(), null);
    }
}
