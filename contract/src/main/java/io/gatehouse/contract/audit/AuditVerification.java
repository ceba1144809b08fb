package io.gatehouse.contract.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of verifying an audit chain. */
public sealed interface AuditVerification {

    record Whole(long events) implements AuditVerification {}

    /**
     * The first event at which the chain is broken.
     *
     * @param eventId null if an event is missing
     */
    record Broken(long sequence, @Nullable UUID eventId, Fault fault) implements AuditVerification {}

    enum Fault {
        /** The content does not match its hash. */
        EDITED,
        /** Events are missing before this one, or at the end. */
        REMOVED,
        /** The event does not follow the one before it. */
        INSERTED
    }
}
