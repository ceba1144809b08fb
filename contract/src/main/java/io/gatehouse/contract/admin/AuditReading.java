package io.gatehouse.contract.admin;

import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trails of organizations, and the deployment's own, which only the deployment's administrators reach. */
public interface AuditReading {

    /**
     * The newest first.
     *
     * @return empty where there is no such organization
     */
    Optional<Page<AuditEventView>> search(Administrator administrator, Filter filter, PageRequest page);

    /**
     * Recomputes a trail from its first event.
     *
     * @param organization id or slug; null for the deployment's own
     * @return empty where there is no such organization within reach
     */
    Optional<AuditVerification> verify(Administrator administrator, @Nullable String organization);

    /**
     * Which events are meant; null for any.
     *
     * @param organization id or slug
     * @param actor who did it, as in {@code user:<id>}
     * @param action what was done, as in {@code host-token.revoked}
     * @param subject what it was done to, as in {@code host-token:<id>}
     * @param since not before that time
     */
    record Filter(
            @Nullable String organization,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant since) {}
}
