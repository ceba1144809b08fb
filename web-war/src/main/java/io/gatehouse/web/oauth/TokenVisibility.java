package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;

/**
 * Which tokens a caller may inspect and revoke. A host reaches only its own organization, so tokens of other
 * organizations stay hidden.
 */
final class TokenVisibility {

    private static final String HOST_SCOPE = "bridge";

    private TokenVisibility() {}

    /**
     * Administrators may inspect all tokens; hosts their own and those of their agents; gateways those of agents, to
     * which they hand messages; agents their own.
     */
    static boolean mayInspect(Caller caller, TokenDetails token) {
        return caller.roles().contains(Roles.ADMIN)
                || isOfHost(caller, token)
                || isOfAgent(caller, token)
                || (caller.roles().contains(Roles.GATEWAY) && token.access() instanceof AgentAccess)
                || isPresented(caller, token);
    }

    /**
     * The same, except that gateways may not, and neither may agents by JWT: a credential that is valid for minutes
     * must not end one that lasts.
     */
    static boolean mayRevoke(Caller caller, TokenDetails token) {
        return caller.roles().contains(Roles.ADMIN)
                || isOfHost(caller, token)
                || (caller.token() == null && (isOfAgent(caller, token) || isPresented(caller, token)));
    }

    private static boolean isOfHost(Caller caller, TokenDetails token) {
        return caller.access() instanceof HostAccess host
                && host.scopes().contains(HOST_SCOPE)
                && host.reaches(token.organizationId(), token.host());
    }

    private static boolean isOfAgent(Caller caller, TokenDetails token) {
        return caller.access() instanceof AgentAccess calling
                && token.access() instanceof AgentAccess asked
                && calling.agentId().equals(asked.agentId());
    }

    /** Whether the token is the one that the caller presented. */
    private static boolean isPresented(Caller caller, TokenDetails token) {
        TokenCheck shown = caller.access();
        return shown instanceof HostAccess host
                && token.access() instanceof HostAccess asked
                && host.tokenId().equals(asked.tokenId());
    }
}
