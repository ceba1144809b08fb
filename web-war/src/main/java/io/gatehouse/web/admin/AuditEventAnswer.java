package io.gatehouse.web.admin;

import io.gatehouse.contract.admin.AuditEventView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event of an audit trail. */
record AuditEventAnswer(
        UUID id,

        @Schema(description = "Whose trail holds it; missing for the deployment's own") @Nullable UUID organizationId,

        @Schema(description = "Its place in that trail, from 1")
        long sequence,

        Instant occurredAt,

        @Schema(description = "Who did it, as in user:<id>") String actor,

        @Schema(description = "What was done, as in host-token.revoked")
        String action,

        @Schema(description = "What it was done to, as in host-token:<id>")
        String subject,

        @Schema(description = "Further facts by name") Map<String, String> details) {

    static AuditEventAnswer from(AuditEventView event) {
        return new AuditEventAnswer(
                event.id(),
                event.organizationId(),
                event.sequence(),
                event.occurredAt(),
                event.actor(),
                event.action(),
                event.subject(),
                event.details());
    }
}
