package io.gatehouse.registry.agent;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
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
    private static final int LENGTH = 3 * Long.BYTES;
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

    static String cursor(long number, UUID bindingId) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(number)
                .putLong(bindingId.getMostSignificantBits())
                .putLong(bindingId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Returns empty if the text is not a cursor of this list. */
    static Optional<ChangePosition> parse(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length != LENGTH) {
                return Optional.empty();
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return Optional.of(new ChangePosition(in.getLong(), new UUID(in.getLong(), in.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
