package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of an audit trail.
 *
 * @param organizationId the organization whose trail contains it; null for the deployment's trail
 * @param sequence its position in that trail, from 1
 */
public record AuditEventView(
        UUID id,
        @Nullable UUID organizationId,
        long sequence,
        Instant occurredAt,
        String actor,
        String action,
        String subject,
        Map<String, String> details) {

    public AuditEventView {
        details = Map.copyOf(details);
    }
}
