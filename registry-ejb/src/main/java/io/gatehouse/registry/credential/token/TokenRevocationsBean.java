package io.gatehouse.registry.credential.token;

import io.gatehouse.contract.access.TokenRevocations;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Revokes agent and host tokens, in one transaction per token. */
@ApplicationScoped
@RetriedTransaction
public class TokenRevocationsBean implements TokenRevocations {

    private AgentTokens agents;
    private HostTokens hosts;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TokenRevocationsBean() {}

    @Inject
    public TokenRevocationsBean(AgentTokens agents, HostTokens hosts) {
        this.agents = agents;
        this.hosts = hosts;
    }

    @Override
    public boolean revoke(UUID tokenId, String actor) {
        return agents.revoke(tokenId, actor) || hosts.revoke(tokenId, actor);
    }
}
