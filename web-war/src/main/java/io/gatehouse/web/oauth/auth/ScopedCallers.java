package io.gatehouse.web.oauth.auth;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.oauth.AgentIssuer;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates agents by a JWT that was exchanged for their token. The JWT is valid only while that token is, and has
 * at most the scopes that both have. Only tokens of our own issuer reach this class, whatever names the tokens of
 * others carry.
 */
@ApplicationScoped
class ScopedCallers {

    @Inject
    TokenValidator tokens;

    @Inject
    AgentIssuer issuer;

    /** Whether the token is an agent's; otherwise it is a user's. */
    boolean isAgents(VerifiedToken jwt) {
        return issuer.issued(jwt);
    }

    /** Null if the token that the JWT was exchanged for is no longer valid. */
    @Nullable Caller caller(VerifiedToken jwt) {
        UUID tokenId = issuer.tokenIdOf(jwt);
        if (!(tokens.check(tokenId) instanceof AgentAccess agent)) {
            return null;
        }
        Set<String> scopes =
                jwt.scopes().stream().filter(agent.scopes()::contains).collect(Collectors.toSet());
        AgentAccess access = new AgentAccess(tokenId, agent.agentId(), agent.agentUserId(), scopes);
        String id = "agent-token:" + tokenId;
        return new Caller(id, new CallerPrincipal(id), Set.of(Roles.AGENT), null, jwt, access);
    }
}
