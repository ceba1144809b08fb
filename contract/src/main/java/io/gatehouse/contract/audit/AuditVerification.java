package io.gatehouse.contract.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What recomputing an audit chain found. */
public sealed interface AuditVerification {

    record Whole(long events) implements AuditVerification {}

    /**
     * The first event at which the chain does not hold.
     *
     * @param eventId null where an event is missing
     */
    record Broken(long sequence, @Nullable UUID eventId, Fault fault) implements AuditVerification {}

    enum Fault {
        /** The content is not what was hashed. */
        EDITED,
        /** Events are missing before this one, or at the end. */
        REMOVED,
        /** The event does not follow the one before it. */
        INSERTED
    }
}
