package io.gatehouse.install.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Detects bursts of deliveries: more arrive than can be stored one by one, so that many share a transaction. A burst
 * ends when none was stored for 50 ms.
 */
@ApplicationScoped
public class BurstDetector {

    /**
     * Deliveries per transaction, on average. A platform that opens a few connections at the same time does not cause a
     * burst.
     */
    private static final double BURST_SIZE = 4;

    /** The weight of the latest transaction in the moving average. */
    private static final double WEIGHT = 0.1;

    private static final long OVER_AFTER = Duration.ofMillis(50).toNanos();

    /** The length of the pause, as a multiple of the time worked. */
    private static final int PAUSE_FACTOR = 9;

    private static final long MAX_PAUSE = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanos;

    /** Written by one thread at a time. */
    private volatile double average;

    private volatile long last;

    @Inject
    public BurstDetector() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, in nanoseconds from any point */
    BurstDetector(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Records how many deliveries were stored in one transaction. Must not be called concurrently. */
    void stored(int deliveries) {
        double before = hasPaused() ? 0 : average;
        average = before + WEIGHT * (deliveries - before);
        last = nanos.getAsLong();
    }

    boolean isOn() {
        return average >= BURST_SIZE && !hasPaused();
    }

    private boolean hasPaused() {
        return nanos.getAsLong() - last > OVER_AFTER;
    }

    /**
     * Blocks during a burst, so that the caller works a tenth of its time; for half a second at most.
     *
     * @param worked what the caller's work took, in nanoseconds
     */
    void throttle(long worked) {
        if (isOn()) {
            LockSupport.parkNanos(this, Math.min(MAX_PAUSE, PAUSE_FACTOR * worked));
        }
    }
}
