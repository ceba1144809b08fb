package io.gatehouse.contract.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit event to append; the trail adds sequence, time and hashes.
 *
 * @param organizationId the organization whose trail it belongs to; null for the deployment's trail
 * @param actor who acted, such as {@code user:<id>} or {@code host-token:<id>}
 * @param action what was done, such as {@code identity.linked}
 * @param subject what it was done to, such as {@code identity:<id>}
 * @param details further facts by name; never a token in clear text
 */
public record AuditEntry(
        @Nullable UUID organizationId, String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
