package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.page.Cursor;
import io.gatehouse.domain.identity.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The position where a page of identities ended. */
record ListPosition(Instant linkedAt, UUID id) {

    static ListPosition at(long micros, UUID id) {
        return new ListPosition(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id);
    }

    static String cursor(Identity identity) {
        return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, identity.linkedAt()), identity.id());
    }
}
