package io.gatehouse.registry.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position in the sequence of binding changes; callers hold it as a cursor. Several bindings may have changed under
 * one number.
 *
 * @param number a time in microseconds since 1970; one more than the last number if the clock is behind
 * @param bindingId null for the position after all changes with that number
 */
record ChangePosition(long number, @Nullable UUID bindingId) {

    private static final ChangePosition BEGINNING = new ChangePosition(-1, null);
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** Returns the position after all changes up to that time; the beginning if it is null. */
    static ChangePosition since(@Nullable Instant time) {
        return time == null ? BEGINNING : new ChangePosition(numberOf(time), null);
    }

    /**
     * Calculated here, because {@code ChronoUnit.MICROS.between} counts in nanoseconds, which overflow in the year
     * 2262.
     */
    private static long numberOf(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }

    /** Returns a time that the changes with this number do not lie after. */
    static Instant timeOf(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }
}
