package io.gatehouse.web.admin;

import io.gatehouse.contract.admin.HostView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A host. */
record HostAnswer(
        UUID id,
        UUID organizationId,

        @Schema(description = "* for every host") String name,

        Instant createdAt,

        @Schema(description = "Missing before the first sign of life") @Nullable Instant lastSeenAt,

        @Schema(description = "Until then what it runs is taken to run") @Nullable Instant leaseExpiresAt) {

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
