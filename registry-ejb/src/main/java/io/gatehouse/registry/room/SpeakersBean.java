package io.gatehouse.registry.room;

import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.message.Speaker;
import io.gatehouse.contract.message.Speakers;
import io.gatehouse.contract.registry.AgentUserId;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** From memory, where an agent was asked for before. */
@Stateless
@Local(Speakers.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpeakersBean implements Speakers {

    @Inject
    KnownAgents agents;

    @Override
    public Optional<HostedAgent> find(String userId) {
        return agents.find(userId)
                .map(agent -> new HostedAgent(
                        new Speaker(agent.id(), new AgentUserId(agent.userId())),
                        agent.organizationId(),
                        agent.host()));
    }
}
