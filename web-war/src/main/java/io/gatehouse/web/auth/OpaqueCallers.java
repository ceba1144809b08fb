package io.gatehouse.web.auth;

import io.gatehouse.contract.access.OpaqueTokens;
import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.web.access.Caller;
import io.gatehouse.web.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Set;

/** Callers by opaque token: hosts and agents. Whether a token is good is asked anew for every request. */
@ApplicationScoped
class OpaqueCallers {

    private static final String HOST_PREFIX = "mhst_";
    private static final String AGENT_PREFIX = "magt_";

    @Inject
    OpaqueTokens tokens;

    static boolean isOpaque(String token) {
        return token.startsWith(HOST_PREFIX) || token.startsWith(AGENT_PREFIX);
    }

    Verdict verify(String token) {
        TokenCheck check = tokens.check(token);
        if (check instanceof TokenCheck.HostAccess host) {
            return admitted("host-token:" + host.tokenId(), Roles.ofHost(host.scopes()), host);
        }
        if (check instanceof TokenCheck.AgentAccess agent) {
            return admitted("agent-token:" + agent.tokenId(), Set.of(Roles.AGENT), agent);
        }
        return new Verdict.Refused("The token is unknown, expired or revoked");
    }

    private static Verdict admitted(String id, Set<String> roles, TokenCheck access) {
        return new Verdict.Admitted(new Caller(id, new CallerPrincipal(id), roles, null, null, access));
    }
}
