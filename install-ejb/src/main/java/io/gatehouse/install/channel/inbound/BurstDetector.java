package io.gatehouse.install.channel.inbound;

import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Detects bursts of deliveries: more arrive than can be stored one by one, so that many share a transaction. A burst
 * ends when none was stored for 50 ms. During a burst only one worker processes messages, for a tenth of the time.
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

    private final int maxWorkers;
    private final LongSupplier nanos;

    /** Written by one thread at a time. */
    private volatile double average;

    private volatile long last;

    /** For the container's proxy. */
    protected BurstDetector() {
        this(0, System::nanoTime);
    }

    @Inject
    public BurstDetector(Settings settings) {
        this(settings.channels().workers(), System::nanoTime);
    }

    /**
     * @param maxWorkers how many process messages, if there is no burst
     * @param nanos a clock that only goes forward, in nanoseconds from any point
     */
    BurstDetector(int maxWorkers, LongSupplier nanos) {
        this.maxWorkers = maxWorkers;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Records how many deliveries were stored in one transaction. Must not be called concurrently. */
    void stored(int deliveries) {
        double before = hasPaused() ? 0 : average;
        average = before + WEIGHT * (deliveries - before);
        last = nanos.getAsLong();
    }

    /** How many workers may process messages now. */
    int workers() {
        return isOn() ? 1 : maxWorkers;
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
