package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.web.access.Caller;
import io.gatehouse.web.access.Roles;

/** Whose tokens a caller may ask about, and end. A host's reach is that of its organization, so no one sees another's. */
final class Sight {

    private static final String OF_HOSTS = "bridge";

    private Sight() {}

    /**
     * Administrators all; hosts those of their own and of the agents there; gateways those of agents, which is who they
     * hand messages to; agents their own.
     */
    static boolean mayKnow(Caller caller, TokenDetails token) {
        return caller.roles().contains(Roles.ADMIN)
                || isOfHost(caller, token)
                || isOfAgent(caller, token)
                || (caller.roles().contains(Roles.GATEWAY) && token.access() instanceof AgentAccess)
                || isShown(caller, token);
    }

    /** As above, less gateways, and less JWTs of agents: what is good for minutes must not end what lasts. */
    static boolean mayEnd(Caller caller, TokenDetails token) {
        return caller.roles().contains(Roles.ADMIN)
                || isOfHost(caller, token)
                || (caller.token() == null && (isOfAgent(caller, token) || isShown(caller, token)));
    }

    private static boolean isOfHost(Caller caller, TokenDetails token) {
        return caller.access() instanceof HostAccess host
                && host.scopes().contains(OF_HOSTS)
                && host.reaches(token.organizationId(), token.host());
    }

    private static boolean isOfAgent(Caller caller, TokenDetails token) {
        return caller.access() instanceof AgentAccess calling
                && token.access() instanceof AgentAccess asked
                && calling.agentId().equals(asked.agentId());
    }

    /** Whether it is the very token that the caller shows. */
    private static boolean isShown(Caller caller, TokenDetails token) {
        TokenCheck shown = caller.access();
        return shown instanceof HostAccess host
                && token.access() instanceof HostAccess asked
                && host.tokenId().equals(asked.tokenId());
    }
}
