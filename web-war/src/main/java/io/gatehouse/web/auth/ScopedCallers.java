package io.gatehouse.web.auth;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.web.access.Caller;
import io.gatehouse.web.access.Roles;
import io.gatehouse.web.jwt.VerifiedToken;
import io.gatehouse.web.oauth.AgentIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agents by a JWT that was exchanged for their token. It is worth what that token is worth at the time of the call, and
 * no more than its own scope. Only tokens of our own issuer come here, whatever names others bear.
 */
@ApplicationScoped
class ScopedCallers {

    @Inject
    TokenValidator tokens;

    @Inject
    AgentIssuer issuer;

    /** Whether it is an agent's, or a user's. */
    boolean isAgents(VerifiedToken jwt) {
        return issuer.issued(jwt);
    }

    /** Null if the token that it was exchanged for does not hold now. */
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
