package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.Issue.Issued;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new signing key. Its secret is shown only here. */
record IssuedKeyAnswer(
        @Schema(description = "The keyid of requests signed with it")
        UUID id,

        @Schema(description = "Shown only here: the base64 of the key's 48 bytes")
        String secret,

        String lastFour,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static IssuedKeyAnswer from(Issued issued) {
        CredentialView key = issued.credential();
        return new IssuedKeyAnswer(
                key.id(),
                issued.secret(),
                key.lastFour(),
                key.scopes().stream().sorted().toList(),
                key.createdAt(),
                key.expiresAt());
    }

    @Override
    public String toString() {
        return "IssuedKeyAnswer[" + id + "]";
    }
}
