package io.gatehouse.web.api.admin;

import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of recomputing an audit trail. */
record VerificationAnswer(
        boolean whole,

        @Schema(description = "The number of events of an intact trail") @Nullable Long events,

        @Schema(description = "The position of the first event at which the chain breaks") @Nullable Long sequence,

        @Schema(description = "The id of that event; missing if it was removed") @Nullable UUID eventId,

        @Schema(description = "edited, removed or inserted") @Nullable String fault) {

    static VerificationAnswer from(AuditVerification verification) {
        if (verification instanceof Whole whole) {
            return new VerificationAnswer(true, whole.events(), null, null, null);
        }
        Broken broken = (Broken) verification;
        return new VerificationAnswer(
                false,
                null,
                broken.sequence(),
                broken.eventId(),
                broken.fault().name().toLowerCase(Locale.ROOT));
    }
}
