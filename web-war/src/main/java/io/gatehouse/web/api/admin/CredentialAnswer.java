package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.CredentialView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token or signing key, without its secret. */
record CredentialAnswer(
        UUID id,

        @Schema(description = "The last characters of the secret")
        String lastFour,

        List<String> scopes,
        Instant createdAt,

        @Schema(description = "Missing if it does not expire") @Nullable Instant expiresAt,

        @Schema(description = "Missing if it is not revoked") @Nullable Instant revokedAt,

        @Schema(description = "To the minute; missing if it was never used") @Nullable Instant lastUsedAt) {

    static CredentialAnswer from(CredentialView credential) {
        return new CredentialAnswer(
                credential.id(),
                credential.lastFour(),
                credential.scopes().stream().sorted().toList(),
                credential.createdAt(),
                credential.expiresAt(),
                credential.revokedAt(),
                credential.lastUsedAt());
    }
}
