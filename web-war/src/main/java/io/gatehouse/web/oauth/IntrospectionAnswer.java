package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An introspection response (RFC 7662 section 2.2). */
record IntrospectionAnswer(
        boolean active,
        @Nullable String scope,

        @JsonbProperty("client_id") @Schema(name = "client_id", description = "The host")
        String clientId,

        @Schema(description = "The user id of the agent; missing for a host's token") @Nullable String username,

        @JsonbProperty("token_type") @Schema(name = "token_type")
        String tokenType,

        @Nullable Long exp,
        long iat,

        @Schema(description = "The user id of the agent, or the host")
        String sub,

        @Schema(description = "For a JWT") @Nullable List<String> aud,
        String iss,

        @Schema(description = "The token's id; for a JWT, its own")
        String jti,

        @Schema(description = "agent or host") List<String> groups) {

    /** {@code {"active": false}}, without other members. */
    record Inactive(boolean active) {}

    static final Inactive INACTIVE = new Inactive(false);

    static IntrospectionAnswer from(InspectedToken token, String issuer) {
        TokenDetails details = token.details();
        VerifiedToken jwt = token.jwt();
        if (details.access() instanceof AgentAccess agent) {
            return jwt == null
                    ? opaque(details, agent.scopes(), agent.agentUserId(), agent.agentUserId(), agent.tokenId(), issuer)
                    : exchanged(details, agent, jwt, issuer);
        }
        HostAccess host = (HostAccess) details.access();
        return opaque(details, host.scopes(), null, host.host(), host.tokenId(), issuer);
    }

    private static IntrospectionAnswer opaque(
            TokenDetails details,
            Set<String> scopes,
            @Nullable String username,
            String subject,
            UUID tokenId,
            String issuer) {
        Instant expiresAt = details.expiresAt();
        return new IntrospectionAnswer(
                true,
                scopes.isEmpty() ? null : String.join(" ", new TreeSet<>(scopes)),
                details.host(),
                username,
                "Bearer",
                expiresAt == null ? null : expiresAt.getEpochSecond(),
                details.issuedAt().getEpochSecond(),
                subject,
                null,
                issuer,
                tokenId.toString(),
                List.of(username == null ? Groups.HOST : Groups.AGENT));
    }

    private static IntrospectionAnswer exchanged(
            TokenDetails details, AgentAccess agent, VerifiedToken jwt, String issuer) {
        return new IntrospectionAnswer(
                true,
                jwt.text("scope"),
                details.host(),
                agent.agentUserId(),
                "Bearer",
                jwt.getExpirationTime(),
                jwt.getIssuedAtTime(),
                jwt.getSubject(),
                List.copyOf(new TreeSet<>(jwt.getAudience())),
                issuer,
                jwt.getTokenID(),
                List.of(Groups.AGENT));
    }

    /** The values of {@code groups}. */
    static final class Groups {

        static final String AGENT = "agent";
        static final String HOST = "host";

        private Groups() {}
    }
}
