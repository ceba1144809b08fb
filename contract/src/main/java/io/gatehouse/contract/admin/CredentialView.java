package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token or signing key, as shown to administrators: without its secret.
 *
 * @param lastFour the last four characters of the secret
 * @param expiresAt null if it lasts until it is revoked
 * @param revokedAt null if it is not revoked
 * @param lastUsedAt to the minute; null if it was never used
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
