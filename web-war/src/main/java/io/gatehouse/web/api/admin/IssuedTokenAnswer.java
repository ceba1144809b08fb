package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.Issue.Issued;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new token. Its text is shown only here. */
record IssuedTokenAnswer(
        UUID id,

        @Schema(description = "Shown only here") String token,

        String lastFour,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static IssuedTokenAnswer from(Issued issued) {
        CredentialView token = issued.credential();
        return new IssuedTokenAnswer(
                token.id(),
                issued.secret(),
                token.lastFour(),
                token.scopes().stream().sorted().toList(),
                token.createdAt(),
                token.expiresAt());
    }

    @Override
    public String toString() {
        return "IssuedTokenAnswer[" + id + "]";
    }
}
