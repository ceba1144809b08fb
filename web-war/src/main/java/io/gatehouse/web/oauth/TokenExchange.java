package io.gatehouse.web.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.kernel.config.OAuthSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.problem.OAuthError;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Exchanges an agent's token for a short-lived MicroProfile JWT (RFC 8693), which has no more scopes and does not
 * outlive it.
 */
@ApplicationScoped
class TokenExchange {

    @Inject
    TokenValidator tokens;

    @Inject
    AgentIssuer issuer;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @SuppressWarnings("NullAway.Init")
    private OAuthSettings oauth;

    @PostConstruct
    void read() {
        oauth = settings.oauth();
    }

    /** The result of an exchange. */
    sealed interface Result {

        record Issued(String jwt, String type, Duration lifetime, Set<String> scopes) implements Result {

            @Override
            public String toString() {
                return "Issued[…]";
            }
        }

        record Refused(OAuthError error) implements Result {}

        /** The subject token cannot be exchanged. Counted against the caller, who may be guessing. */
        record Unacceptable(OAuthError error) implements Result {}
    }

    Result exchange(ExchangeRequest request) {
        Optional<TokenDetails> found = tokens.inspect(request.subjectToken());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (found.isEmpty() || !(found.get().access() instanceof AgentAccess agent)) {
            return new Result.Unacceptable(
                    OAuthError.invalidRequest("The subject_token is no token of an agent, or expired or revoked."));
        }
        Set<String> scopes = request.scopes() == null ? agent.scopes() : request.scopes();
        if (!agent.scopes().containsAll(scopes)) {
            return new Result.Refused(new OAuthError("invalid_scope", "The scope is more than the subject_token has."));
        }
        Set<String> audiences = request.audiences().isEmpty() ? Set.of(oauth.issuer()) : request.audiences();
        if (!audiences.stream().allMatch(this::isServed)) {
            return new Result.Refused(new OAuthError("invalid_target", "No tokens are made for that audience."));
        }
        Instant end = end(found.get(), now);
        return end.isAfter(now)
                ? issue(request, agent, scopes, audiences, now, end)
                : new Result.Unacceptable(OAuthError.invalidRequest("The subject_token expires just now."));
    }

    private boolean isServed(String audience) {
        return audience.equals(oauth.issuer()) || oauth.audiences().contains(audience);
    }

    private Instant end(TokenDetails token, Instant now) {
        Instant end = now.plus(oauth.lifetime());
        Instant expiresAt = token.expiresAt();
        return expiresAt != null && expiresAt.isBefore(end) ? expiresAt.truncatedTo(ChronoUnit.SECONDS) : end;
    }

    private Result issue(
            ExchangeRequest request,
            AgentAccess agent,
            Set<String> scopes,
            Set<String> audiences,
            Instant now,
            Instant end) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(oauth.issuer())
                .subject(agent.agentUserId())
                .audience(List.copyOf(new TreeSet<>(audiences)))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .jwtID(UUID.randomUUID().toString())
                .claim("upn", agent.agentUserId())
                .claim("groups", List.of(IntrospectionAnswer.Groups.AGENT))
                .claim(AgentIssuer.TOKEN_ID, agent.tokenId().toString());
        if (!scopes.isEmpty()) {
            claims.claim("scope", String.join(" ", new TreeSet<>(scopes)));
        }
        return new Result.Issued(issuer.sign(claims.build()), request.issuedType(), Duration.between(now, end), scopes);
    }
}
