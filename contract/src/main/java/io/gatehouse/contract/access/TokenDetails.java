package io.gatehouse.contract.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a token that may be used.
 *
 * @param organizationId whose host, or whose agent, it is for
 * @param host the host that the token is bound to, or that its agent is registered at; {@code *} for every host
 * @param expiresAt null for a token that lasts until it is ended
 */
public record TokenDetails(
        TokenCheck access,
        UUID organizationId,
        String host,
        Instant issuedAt,
        @Nullable Instant expiresAt) {}
