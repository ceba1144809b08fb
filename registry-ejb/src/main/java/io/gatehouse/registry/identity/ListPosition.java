package io.gatehouse.registry.identity;

import io.gatehouse.domain.identity.Identity;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The position where a page of identities ended; callers hold it as a cursor. */
record ListPosition(Instant linkedAt, UUID id) {

    private static final int LENGTH = 3 * Long.BYTES;

    static ListPosition of(Identity identity) {
        return new ListPosition(identity.linkedAt(), identity.id());
    }

    String cursor() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, linkedAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Returns empty if the text is not a cursor of this list. */
    static Optional<ListPosition> parse(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length != LENGTH) {
                return Optional.empty();
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            Instant linkedAt = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            return Optional.of(new ListPosition(linkedAt, new UUID(in.getLong(), in.getLong())));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }
}
