package io.gatehouse.contract.admin;

import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit trails of organizations, and the deployment's own, which only the deployment's administrators may
 * read.
 */
public interface AuditReading {

    /**
     * Searches events, newest first.
     *
     * @return empty if the organization does not exist
     */
    Optional<Page<AuditEventView>> search(Administrator administrator, Filter filter, PageRequest page);

    /**
     * Verifies a trail by recomputing it from its first event.
     *
     * @param organization id or slug; null for the deployment's trail
     * @return empty if the administrator reaches no such organization
     */
    Optional<AuditVerification> verify(Administrator administrator, @Nullable String organization);

    /**
     * Selects events; null matches all.
     *
     * @param organization id or slug
     * @param actor who acted, such as {@code user:<id>}
     * @param action what was done, such as {@code host-token.revoked}
     * @param subject what it was done to, such as {@code host-token:<id>}
     * @param since earliest time
     */
    record Filter(
            @Nullable String organization,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant since) {}
}
