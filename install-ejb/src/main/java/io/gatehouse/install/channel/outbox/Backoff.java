package io.gatehouse.install.channel.outbox;

import java.time.Duration;
import java.util.Random;

/** The delay before the next try: doubled each time up to a limit, with jitter of up to a quarter. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofMinutes(5);
    private static final int MAX_DOUBLINGS = 10;

    private final Random random;

    Backoff(Random random) {
        this.random = random;
    }

    /** @param attempts made so far, from 1 */
    Duration after(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MAX_DOUBLINGS, Math.max(0, attempts - 1)));
        Duration wait = doubled.compareTo(MAX) > 0 ? MAX : doubled;
        return wait.plusMillis(random.nextInt((int) wait.toMillis() / 4 + 1));
    }
}
