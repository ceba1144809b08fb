package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.domain.identity.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The position where a page of identities ended. */
record ListPosition(Instant linkedAt, UUID id) {

    private static final long LATEST_MICROS =
            TimeUnit.SECONDS.toMicros(Instant.parse("9999-12-31T00:00:00Z").getEpochSecond());

    /** @throws InvalidCursorException if no database knows such a time */
    static ListPosition at(long micros, UUID id) {
        if (micros < 0 || micros > LATEST_MICROS) {
            throw new InvalidCursorException();
        }
        return new ListPosition(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id);
    }

    static String cursor(Identity identity) {
        return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, identity.linkedAt()), identity.id());
    }
}
