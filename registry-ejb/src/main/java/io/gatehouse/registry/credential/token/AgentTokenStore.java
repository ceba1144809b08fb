package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.token.AgentToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tokens of agents. Guarded statements: of two concurrent revocations, one counts. */
@Dependent
class AgentTokenStore {

    private final EntityManager entities;

    @Inject
    AgentTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(AgentToken token) {
        entities.persist(token);
    }

    /** The agent that the token belongs to. */
    Optional<Agent> agentOf(UUID tokenId) {
        return entities.createQuery(
                        "select a from AgentToken t, Agent a where a.id = t.agentId and t.id = :token", Agent.class)
                .setParameter("token", tokenId)
                .getResultStream()
                .findFirst();
    }

    UUID organizationOf(UUID agentId) {
        return entities.createQuery("select a.organizationId from Agent a where a.id = :agent", UUID.class)
                .setParameter("agent", agentId)
                .getSingleResult();
    }

    /** Returns the tokens that would be valid beyond that time. */
    List<UUID> findValidBeyond(UUID agentId, Instant at) {
        return entities.createQuery(
                        "select t.id from AgentToken t where t.agentId = :agent and t.revokedAt is null"
                                + " and (t.expiresAt is null or t.expiresAt > :at)",
                        UUID.class)
                .setParameter("agent", agentId)
                .setParameter("at", at)
                .getResultList();
    }

    /** Returns how many of them now expire sooner; skips revoked ones. */
    int expire(Collection<UUID> tokenIds, Instant at) {
        return entities.createQuery("update AgentToken t set t.expiresAt = :at, t.version = t.version + 1"
                        + " where t.id in :tokens and t.revokedAt is null"
                        + " and (t.expiresAt is null or t.expiresAt > :at)")
                .setParameter("at", at)
                .setParameter("tokens", tokenIds)
                .executeUpdate();
    }

    List<UUID> findUnrevoked(UUID agentId) {
        return entities.createQuery(
                        "select t.id from AgentToken t where t.agentId = :agent and t.revokedAt is null", UUID.class)
                .setParameter("agent", agentId)
                .getResultList();
    }

    /** Returns how many of them were not revoked before. */
    int revoke(Collection<UUID> tokenIds, Instant now) {
        return entities.createQuery("update AgentToken t set t.revokedAt = :now, t.version = t.version + 1"
                        + " where t.id in :tokens and t.revokedAt is null")
                .setParameter("now", now)
                .setParameter("tokens", tokenIds)
                .executeUpdate();
    }

    boolean revoke(UUID agentId, UUID tokenId, Instant now) {
        return entities.createQuery("update AgentToken t set t.revokedAt = :now, t.version = t.version + 1"
                                + " where t.id = :token and t.agentId = :agent and t.revokedAt is null")
                        .setParameter("now", now)
                        .setParameter("token", tokenId)
                        .setParameter("agent", agentId)
                        .executeUpdate()
                == 1;
    }

    Map<UUID, Integer> countUsable(Collection<UUID> agentIds, Instant now) {
        if (agentIds.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select t.agentId, count(t.id) from AgentToken t where t.agentId in :agents"
                                + " and t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now)"
                                + " group by t.agentId",
                        Object[].class)
                .setParameter("agents", agentIds)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }
}
