package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token or a signing key as administrators see it, without its secret.
 *
 * @param lastFour the last characters of the secret
 * @param expiresAt null where it lasts until it is revoked
 * @param revokedAt null where it was not
 * @param lastUsedAt to the minute; null where it was never used
 */
public record CredentialView(
        UUID id,
        String lastFour,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public CredentialView {
        scopes = Set.copyOf(scopes);
    }
}
