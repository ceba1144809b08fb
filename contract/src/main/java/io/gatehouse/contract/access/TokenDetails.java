package io.gatehouse.contract.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Details of a valid token.
 *
 * @param organizationId the organization of its host or agent
 * @param host the host that the token is bound to, or where its agent is registered; {@code *} for all hosts
 * @param expiresAt null if the token lasts until it is revoked
 */
public record TokenDetails(
        TokenCheck access,
        UUID organizationId,
        String host,
        Instant issuedAt,
        @Nullable Instant expiresAt) {}
