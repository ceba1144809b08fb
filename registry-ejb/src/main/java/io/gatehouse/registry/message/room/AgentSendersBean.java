package io.gatehouse.registry.message.room;

import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.AgentSenders;
import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.registry.AgentUserId;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds agents in the cache, or in the database on the first call. */
@Stateless
@Local(AgentSenders.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentSendersBean implements AgentSenders {

    private KnownAgents agents;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentSendersBean() {}

    @Inject
    public AgentSendersBean(KnownAgents agents) {
        this.agents = agents;
    }

    @Override
    public Optional<HostedAgent> find(String userId) {
        return agents.find(userId)
                .map(agent -> new HostedAgent(
                        new AgentSender(agent.id(), new AgentUserId(agent.userId())),
                        agent.organizationId(),
                        agent.host()));
    }
}
