package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host, as shown to administrators.
 *
 * @param name {@code *} for all hosts
 * @param lastSeenAt null before the first sign of life
 * @param leaseExpiresAt until when its agents count as running; null before the first sign of life
 */
public record HostView(
        UUID id,
        UUID organizationId,
        String name,
        Instant createdAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant leaseExpiresAt) {}
