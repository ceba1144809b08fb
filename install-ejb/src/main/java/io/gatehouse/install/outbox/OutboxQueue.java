package io.gatehouse.install.outbox;

import io.gatehouse.install.platform.Delivery;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes messages in hand and writes down what became of them, each inside the caller's transaction. */
@Dependent
public class OutboxQueue {

    private static final int LONGEST_WHY = 300;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    /** A platform that fails within it keeps nobody waiting. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** With five timeouts, longer than a call lasts, which is four, and than it takes to write down what became of it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final OutboundStore store;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Duration leased;

    @Inject
    public OutboxQueue(OutboundStore store, InstantSource clock, SecureRandom random, Settings settings) {
        this.store = store;
        this.clock = clock;
        this.backoff = new Backoff(random);
        this.leased = settings.channels().timeout().multipliedBy(5).plus(MARGIN);
    }

    Optional<OutboundStore.Leased> take() {
        Instant now = clock.instant();
        return store.take(now, now.plus(leased));
    }

    /** Whether it will be ours still, and not be sent by another, when that time has passed. */
    boolean isLeasedAfter(OutboundStore.Leased message, Duration wait) {
        return clock.instant().plus(wait).isBefore(message.until());
    }

    /** A platform that takes long to fail is left alone for as long, or the others would wait for it. */
    void settle(OutboundStore.Leased message, Delivery delivery) {
        Instant now = clock.instant();
        Duration took = Duration.between(message.until().minus(leased), now);
        if (!(delivery instanceof Delivery.Sent) && took.compareTo(SOON) > 0) {
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
            Instant until = now.plus(asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked);
            retry(message, until, "too much: " + limit.why());
            store.pause(message.connectionId(), until);
        } else if (delivery instanceof Delivery.ThreadGone gone) {
            // Once: what has no thread cannot lose it.
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
     * The least that can be written down of what became of it, so that it is not sent for ever, whatever it was that could
     * not be. False where it was not sent and may be: it is due again by itself.
     */
    boolean settleAnyhow(OutboundStore.Leased message, Delivery delivery) {
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
        return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
    }
}
