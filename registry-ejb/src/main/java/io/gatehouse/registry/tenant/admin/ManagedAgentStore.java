package io.gatehouse.registry.tenant.admin;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.AgentKind;
import io.gatehouse.domain.token.AgentToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Reads agents and their tokens for administrators. Changes nothing. Tokens are detached. */
@Dependent
class ManagedAgentStore {

    private final EntityManager entities;

    @Inject
    ManagedAgentStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns empty if the scope does not cover the agent. */
    Optional<Agent> find(AdminScope scope, UUID agentId) {
        return Optional.ofNullable(entities.find(Agent.class, agentId))
                .filter(agent -> scope.covers(agent.organizationId()));
    }

    Optional<Agent> findRegistered(AdminScope scope, UUID agentId) {
        return find(scope, agentId).filter(agent -> agent.kind() == AgentKind.REGISTERED);
    }

    /** Does not load the agent itself, so that it can be read under its lock afterwards. */
    Optional<UUID> organizationOf(UUID agentId) {
        return entities.createQuery("select a.organizationId from Agent a where a.id = :agent", UUID.class)
                .setParameter("agent", agentId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Locks the agent until the transaction ends. Of two concurrent rotations, the later one therefore also ends the
     * token that the earlier one minted.
     */
    void lock(Agent agent) {
        entities.lock(agent, LockModeType.PESSIMISTIC_WRITE);
    }

    Listing<Agent> agents() {
        return new Listing<>("Agent", jpql -> entities.createQuery(jpql, Agent.class));
    }

    Optional<AgentToken> token(Agent agent, UUID tokenId) {
        Optional<AgentToken> token = entities.createQuery(
                        "select t from AgentToken t where t.id = :token and t.agentId = :agent", AgentToken.class)
                .setParameter("token", tokenId)
                .setParameter("agent", agent.id())
                .getResultStream()
                .findFirst();
        token.ifPresent(entities::detach);
        return token;
    }

    Listing<AgentToken> tokens(Agent agent) {
        return new Listing<>("AgentToken", jpql -> entities.createQuery(jpql, AgentToken.class))
                .equal("agentId", agent.id());
    }
}
