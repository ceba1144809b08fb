package io.gatehouse.web.session;

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

/** Starts, recognizes, renews and ends sessions. What is no session of ours, or none any more, is as good as none. */
@ApplicationScoped
public class BrowserSessions {

    /** After this share of the idle time a call counts anew; a cookie with each answer would be a waste. */
    private static final int RENEWALS_PER_IDLE_TIME = 10;

    private static final int LONGEST_NAME = 100;

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

    /** Another session than any before, whatever the browser brought: nobody can hand a session to somebody else. */
    BrowserSession start(SignedInUser user, boolean administrator) {
        Instant now = clock.instant();
        return new BrowserSession(UUID.randomUUID(), withoutLongName(user), administrator, now, now);
    }

    String sealed(BrowserSession session) {
        return seal.seal(session.toBytes(), deployment);
    }

    /** The session, if it is ours and was neither ended nor let run out. */
    Optional<BrowserSession> open(String text) {
        return seal.open(text, deployment)
                .flatMap(BrowserSession::from)
                .filter(this::isInTime)
                .filter(session -> endedSessions.among(Set.of(session.id())).isEmpty());
    }

    /** The session with this call counted, if it is time to seal it anew: a while has passed, or the key was turned. */
    Optional<BrowserSession> renewed(BrowserSession session, String text) {
        Instant now = clock.instant();
        boolean due = !now.isBefore(session.seenAt().plus(lifetimes.idle().dividedBy(RENEWALS_PER_IDLE_TIME)));
        return due || seal.isStale(text) ? Optional.of(session.seen(now)) : Optional.empty();
    }

    /** How long a browser should keep the session's cookie: until it ends, if nobody uses it. */
    Duration cookieAge(BrowserSession session) {
        Duration left = Duration.between(clock.instant(), endsAt(session));
        return left.compareTo(lifetimes.idle()) < 0 ? left : lifetimes.idle();
    }

    /** When a session ends whatever anybody does. */
    public Instant endsAt(BrowserSession session) {
        return session.signedInAt().plus(lifetimes.lifetime());
    }

    /** From when this returns, the session lets nobody in, on any node. */
    void end(BrowserSession session) {
        endedSessions.end(session.id(), endsAt(session));
    }

    private boolean isInTime(BrowserSession session) {
        Instant now = clock.instant();
        return now.isBefore(endsAt(session)) && now.isBefore(session.seenAt().plus(lifetimes.idle()));
    }

    /** A cookie has room for 4096 bytes, and a page for a name. */
    private static SignedInUser withoutLongName(SignedInUser user) {
        String name = user.name();
        return name == null || name.length() <= LONGEST_NAME
                ? user
                : new SignedInUser(user.issuer(), user.subject(), user.email(), user.emailVerified(), null);
    }
}
