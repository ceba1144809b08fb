package io.gatehouse.web.oauth;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token issued by an exchange (RFC 8693 section 2.2.1). */
record TokenAnswer(
        @JsonbProperty("access_token") @Schema(name = "access_token", description = "A MicroProfile JWT")
        String accessToken,

        @JsonbProperty("issued_token_type") @Schema(name = "issued_token_type")
        String issuedTokenType,

        @JsonbProperty("token_type") @Schema(name = "token_type", enumeration = "Bearer")
        String tokenType,

        @JsonbProperty("expires_in") @Schema(name = "expires_in", description = "Seconds, at most 300")
        long expiresIn,

        @Nullable String scope) {

    static TokenAnswer from(TokenExchange.Result.Issued issued) {
        return new TokenAnswer(
                issued.jwt(),
                issued.type(),
                "Bearer",
                issued.lifetime().toSeconds(),
                issued.scopes().isEmpty() ? null : String.join(" ", new TreeSet<>(issued.scopes())));
    }

    @Override
    public String toString() {
        return "TokenAnswer[…]";
    }
}
