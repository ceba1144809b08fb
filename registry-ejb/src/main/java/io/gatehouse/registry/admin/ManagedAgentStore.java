package io.gatehouse.registry.admin;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.AgentKind;
import io.gatehouse.domain.token.AgentToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Reads agents and their tokens for administrators; changes nothing. Tokens are detached. */
@Dependent
class ManagedAgentStore {

    private final EntityManager entities;

    @Inject
    ManagedAgentStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty where the reach does not cover it. */
    Optional<Agent> find(AdminScope reach, UUID agentId) {
        return Optional.ofNullable(entities.find(Agent.class, agentId))
                .filter(agent -> reach.covers(agent.organizationId()));
    }

    Optional<Agent> findRegistered(AdminScope reach, UUID agentId) {
        return find(reach, agentId).filter(agent -> agent.kind() == AgentKind.REGISTERED);
    }

    /** Without the agent itself, which is then to be read under its lock. */
    Optional<UUID> organizationOf(UUID agentId) {
        return entities.createQuery("select a.organizationId from Agent a where a.id = :agent", UUID.class)
                .setParameter("agent", agentId)
                .getResultStream()
                .findFirst();
    }

    /** Until the transaction ends, so that of two rotations at once the later ends the token of the earlier. */
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
