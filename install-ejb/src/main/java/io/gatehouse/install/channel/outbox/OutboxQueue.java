package io.gatehouse.install.channel.outbox;

import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Leases messages and records the outcomes of their sending. Each call joins the caller's transaction or begins one.
 */
@ApplicationScoped
public class OutboxQueue {

    private static final int MAX_ERROR_LENGTH = 300;
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

    /** A platform that fails within this time does not delay other messages, so its connection is not paused. */
    private static final Duration FAST_FAILURE = Duration.ofSeconds(2);

    /**
     * Together with five timeouts longer than a call, which takes at most four timeouts, and than recording its
     * outcome.
     */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private OutboundStore store;
    private InstantSource clock;
    private Backoff backoff;
    private Duration leaseTime;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OutboxQueue() {}

    @Inject
    public OutboxQueue(OutboundStore store, InstantSource clock, SecureRandom random, Settings settings) {
        this.store = store;
        this.clock = clock;
        this.backoff = new Backoff(random);
        this.leaseTime = settings.channels().timeout().multipliedBy(5).plus(MARGIN);
    }

    @RetriedTransaction
    public Optional<OutboundStore.Leased> lease() {
        Instant now = clock.instant();
        return store.lease(now, now.plus(leaseTime));
    }

    /** Whether the lease will still be held after {@code wait}, so that no other node sends the message before. */
    boolean isLeasedAfter(OutboundStore.Leased message, Duration wait) {
        return clock.instant().plus(wait).isBefore(message.until());
    }

    /**
     * Records the outcome. A connection whose platform takes long to fail is paused for the same time, because its
     * messages would occupy the workers that the others need.
     */
    @RetriedTransaction
    public void recordOutcome(OutboundStore.Leased message, Delivery delivery) {
        Instant now = clock.instant();
        Duration took = Duration.between(message.until().minus(leaseTime), now);
        if (!(delivery instanceof Delivery.Sent) && took.compareTo(FAST_FAILURE) > 0) {
            store.pause(message.connectionId(), now.plus(took));
        }
        if (delivery instanceof Delivery.Sent sent) {
            store.sent(message, sent.platformMessageId(), now);
        } else if (delivery instanceof Delivery.Refused refused) {
            store.dead(message, shortened("refused: " + refused.why()), now);
        } else if (delivery instanceof Delivery.Unknown unknown) {
            store.dead(message, shortened("perhaps sent: " + unknown.why()), now);
        } else if (delivery instanceof Delivery.TooMuch limit) {
            Duration asked = limit.retryAfter() == null ? backoff.after(message.attempts()) : limit.retryAfter();
            Instant until = now.plus(asked.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : asked);
            retry(message, until, "too much: " + limit.why());
            store.pause(message.connectionId(), until);
        } else if (delivery instanceof Delivery.ThreadGone gone) {
            // Happens at most once: a message without a thread cannot lose it.
            store.withoutThread(message, now, shortened(gone.why()));
        } else if (delivery instanceof Delivery.NotYet notYet) {
            retry(message, now.plus(backoff.after(message.attempts())), notYet.why());
        }
    }

    private void retry(OutboundStore.Leased message, Instant dueAt, String why) {
        Instant now = clock.instant();
        if (store.isTimeUp(message, now)) {
            store.dead(message, shortened("given up: " + why), now);
        } else {
            store.later(message, dueAt, shortened(why));
        }
    }

    /**
     * Records a minimal outcome if the full one could not be recorded, so that the message is not sent again and again.
     * False if the message was not sent and may be retried: it is due again by itself.
     */
    @RetriedTransaction
    public boolean recordMinimalOutcome(OutboundStore.Leased message, Delivery delivery) {
        if (delivery instanceof Delivery.NotYet
                || delivery instanceof Delivery.TooMuch
                || delivery instanceof Delivery.ThreadGone) {
            return false;
        }
        String what = delivery instanceof Delivery.Refused ? "refused: " : "perhaps sent: ";
        store.dead(message, what + "more could not be written down", clock.instant());
        return true;
    }

    static String shortened(String why) {
        return why.length() > MAX_ERROR_LENGTH ? why.substring(0, MAX_ERROR_LENGTH) : why;
    }
}
