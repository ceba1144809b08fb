package io.gatehouse.web.oauth.auth;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Authenticates hosts and agents by opaque token; hosts also as OAuth clients. Tokens are checked on every request. */
@ApplicationScoped
class OpaqueCallers {

    /** The endpoints where most client libraries support only HTTP Basic. */
    private static final Set<String> CLIENT_PATHS = Set.of("/oauth2/introspect", "/oauth2/revoke");

    private static final Verdict UNKNOWN_CLIENT = new Verdict.Refused(
            ProblemType.CREDENTIALS_REQUIRED, "The client is unknown, or its secret is none of its tokens");

    @Inject
    TokenValidator tokens;

    static boolean isOpaque(String token) {
        return TokenPrefix.of(token).isPresent();
    }

    Verdict verify(String token) {
        TokenCheck check = tokens.check(token);
        if (check instanceof TokenCheck.HostAccess host) {
            return admitted(host);
        }
        if (check instanceof TokenCheck.AgentAccess agent) {
            return admitted("agent-token:" + agent.tokenId(), Set.of(Roles.AGENT), agent);
        }
        return new Verdict.Refused("The token is unknown, expired or revoked");
    }

    /**
     * Authenticates a host as an OAuth client: the client id is the host's name or the id of its token, the secret is
     * the token. Empty if the request has no such credentials or calls another endpoint.
     */
    Optional<Verdict> verifyClient(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && CLIENT_PATHS.contains(request.getRequestURI()) && ClientCredentials.areIn(header)
                ? Optional.of(ClientCredentials.from(header).map(this::verify).orElse(UNKNOWN_CLIENT))
                : Optional.empty();
    }

    private Verdict verify(ClientCredentials client) {
        return client.secret().startsWith(TokenPrefix.HOST.text())
                        && tokens.check(client.secret()) instanceof TokenCheck.HostAccess host
                        && (client.id().equals(host.host())
                                || client.id().equalsIgnoreCase(host.tokenId().toString()))
                ? admitted(host)
                : UNKNOWN_CLIENT;
    }

    private static Verdict admitted(TokenCheck.HostAccess host) {
        return admitted("host-token:" + host.tokenId(), Roles.ofHost(host.scopes()), host);
    }

    private static Verdict admitted(String id, Set<String> roles, TokenCheck access) {
        return new Verdict.Admitted(new Caller(id, new CallerPrincipal(id), roles, null, null, access));
    }
}
