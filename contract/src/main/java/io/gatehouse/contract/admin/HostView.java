package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host as its administrators see it.
 *
 * @param name {@code *} for every host
 * @param lastSeenAt null before the first sign of life
 * @param leaseExpiresAt until when what it runs is taken to run; null before the first sign of life
 */
public record HostView(
        UUID id,
        UUID organizationId,
        String name,
        Instant createdAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant leaseExpiresAt) {}
