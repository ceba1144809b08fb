package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.domain.agent.Agent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and locks templates to decide which agent serves them. The lock of a template's row serializes these decisions.
 */
@Dependent
class ServingStore {

    private final EntityManager entities;

    @Inject
    ServingStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks the template until the transaction ends. */
    Optional<Agent> lockTemplate(UUID agentId) {
        return Optional.ofNullable(entities.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE))
                .filter(Agent::isTemplate);
    }

    Optional<ServingAgent> servingAgentOf(UUID templateAgentId) {
        return entities
                .createQuery(
                        "select a.id, a.agentUserId from Agent t, Agent a"
                                + " where a.id = t.servedByAgentId and t.id = :template",
                        Object[].class)
                .setParameter("template", templateAgentId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new ServingAgent((UUID) row[0], new AgentUserId((String) row[1])));
    }
}
