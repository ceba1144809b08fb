package io.gatehouse.registry.agent;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place among all changes of bindings, as the cursor that callers hold: many may have changed with one number.
 *
 * @param number a time in microseconds, or the one after the last number where a clock is behind
 * @param bindingId null for behind all changes with that number
 */
record ChangePosition(long number, @Nullable UUID bindingId) {

    private static final ChangePosition BEGINNING = new ChangePosition(-1, null);
    private static final int LENGTH = 3 * Long.BYTES;

    /** Behind all changes up to that time; at the beginning where there is none. */
    static ChangePosition since(@Nullable Instant time) {
        return time == null ? BEGINNING : new ChangePosition(ChronoUnit.MICROS.between(Instant.EPOCH, time), null);
    }

    /** The time behind which that number's changes do not lie. */
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

    /** Empty for what is no cursor of ours. */
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
