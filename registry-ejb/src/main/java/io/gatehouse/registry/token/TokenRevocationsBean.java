package io.gatehouse.registry.token;

import io.gatehouse.contract.access.TokenRevocations;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One transaction per token. */
@ApplicationScoped
@RetriedTransaction
public class TokenRevocationsBean implements TokenRevocations {

    @Inject
    AgentTokens agents;

    @Inject
    HostTokens hosts;

    @Override
    public boolean revoke(UUID tokenId, String actor) {
        return agents.revoke(tokenId, actor) || hosts.revoke(tokenId, actor);
    }
}
