package io.gatehouse.contract.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its author writes it; the trail adds sequence, time and hashes.
 *
 * @param organizationId whose history it belongs to; null for the deployment's own
 * @param actor who did it, as in {@code user:<id>} or {@code host-token:<id>}
 * @param action what was done, as in {@code identity.linked}
 * @param subject what it was done to, as in {@code identity:<id>}
 * @param details further facts by name; never a raw token
 */
public record AuditEntry(
        @Nullable UUID organizationId, String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
