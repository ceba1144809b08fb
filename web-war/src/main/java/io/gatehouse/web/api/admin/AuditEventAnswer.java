package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AuditEventView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event of an audit trail. */
record AuditEventAnswer(
        UUID id,

        @Schema(description = "The organization of the trail; missing for the deployment's own") @Nullable UUID organizationId,

        @Schema(description = "Its position in that trail, from 1")
        long sequence,

        Instant occurredAt,

        @Schema(description = "The actor, for instance user:<id>")
        String actor,

        @Schema(description = "The action, for instance host-token.revoked")
        String action,

        @Schema(description = "The subject, for instance host-token:<id>")
        String subject,

        @Schema(description = "Further details by name") Map<String, String> details) {

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
