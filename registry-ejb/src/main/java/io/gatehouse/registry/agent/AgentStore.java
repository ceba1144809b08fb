package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.domain.agent.Agent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registered agents. The unique user id decides which of two names gets it. */
@Dependent
class AgentStore {

    private final EntityManager entities;

    @Inject
    AgentStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Agent> find(AgentName name) {
        return entities
                .createQuery("select a from Agent a where a.alias = :alias and a.host = :host", Agent.class)
                .setParameter("alias", name.alias())
                .setParameter("host", name.host())
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<Agent> find(AgentUserId userId) {
        return entities
                .createQuery("select a from Agent a where a.agentUserId = :userId", Agent.class)
                .setParameter("userId", userId.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Returns false if the name or the user id is taken. Blocks while another transaction is inserting either. */
    boolean insert(
            UUID id,
            UUID organizationId,
            AgentName name,
            AgentUserId userId,
            @Nullable String displayName,
            Instant now) {
        return entities.createNativeQuery("insert into agent"
                                + " (id, organization_id, kind, name, alias, host, agent_user_id, created_at, version)"
                                + " values (?1, ?2, 'REGISTERED', nullif(?3, ''), ?4, ?5, ?6, ?7, 1)"
                                + " on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, organizationId)
                        .setParameter(3, displayName == null ? "" : displayName)
                        .setParameter(4, name.alias())
                        .setParameter(5, name.host())
                        .setParameter(6, userId.value())
                        .setParameter(7, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
