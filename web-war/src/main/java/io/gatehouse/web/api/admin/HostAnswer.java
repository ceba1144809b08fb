package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.HostView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A host. */
record HostAnswer(
        UUID id,
        UUID organizationId,

        @Schema(description = "* stands for every host") String name,

        Instant createdAt,

        @Schema(description = "Missing if it was never seen") @Nullable Instant lastSeenAt,

        @Schema(description = "Until then its agents count as running") @Nullable Instant leaseExpiresAt) {

    static HostAnswer from(HostView host) {
        return new HostAnswer(
                host.id(),
                host.organizationId(),
                host.name(),
                host.createdAt(),
                host.lastSeenAt(),
                host.leaseExpiresAt());
    }
}
