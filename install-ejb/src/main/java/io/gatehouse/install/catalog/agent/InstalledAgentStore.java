package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstalledAgentView;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agents that users installed. */
@Dependent
public class InstalledAgentStore {

    private static final String VIEW = """
            select a, t, p from Agent a, Agent t, Organization p, Organization o
            where a.templateAgentId = t.id and t.organizationId = p.id and a.organizationId = o.id
              and o.ownerUserId = :user and o.archivedAt is null""";

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public InstalledAgentStore(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<UUID> idOf(UUID organizationId, UUID templateAgentId) {
        return entityManager
                .createQuery("""
                        select a.id from Agent a
                        where a.organizationId = :organization and a.templateAgentId = :template""", UUID.class)
                .setParameter("organization", organizationId)
                .setParameter("template", templateAgentId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Inserts the agent unless the organization has one of this template. The unique constraint on organization and
     * template decides, also between concurrent transactions.
     *
     * @return true for the one call that inserts it
     */
    boolean addIfAbsent(UUID organizationId, UUID templateAgentId, @Nullable String name) {
        return entityManager
                        .createNativeQuery("""
                                insert into agent (id, organization_id, kind, name, template_agent_id, created_at, version)
                                values (?1, ?2, 'INSTALLED', nullif(?3, ''), ?4, ?5, 1)
                                on conflict do nothing""")
                        .setParameter(1, ids.next())
                        .setParameter(2, organizationId)
                        .setParameter(3, name == null ? "" : name)
                        .setParameter(4, templateAgentId)
                        .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    Agent get(UUID agentId) {
        Agent agent = entityManager.find(Agent.class, agentId);
        if (agent == null) {
            throw new IllegalStateException("there is no agent " + agentId);
        }
        return agent;
    }

    /** Returns an agent that this user installed; empty for an agent of another user. */
    Optional<Agent> find(UserId user, UUID agentId) {
        return views(VIEW + " and a.id = :id", user, agentId, 1).map(row -> (Agent) row[0]);
    }

    Optional<InstalledAgentView> view(UserId user, UUID agentId) {
        return views(VIEW + " and a.id = :id", user, agentId, 1).map(InstalledAgentStore::view);
    }

    /** Lists the agents newest first, by descending id: ids grow with time. */
    List<InstalledAgentView> list(UserId user, @Nullable UUID before, int limit) {
        String query = before == null ? VIEW : VIEW + " and a.id < :id";
        var typed = entityManager
                .createQuery(query + " order by a.id desc", Object[].class)
                .setParameter("user", user.value());
        if (before != null) {
            typed.setParameter("id", before);
        }
        return typed.setMaxResults(limit)
                .getResultStream()
                .map(InstalledAgentStore::view)
                .toList();
    }

    void remove(Agent agent) {
        entityManager.remove(entityManager.contains(agent) ? agent : get(agent.id()));
    }

    private Optional<Object[]> views(String query, UserId user, UUID id, int limit) {
        return entityManager
                .createQuery(query, Object[].class)
                .setParameter("user", user.value())
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .findFirst();
    }

    private static InstalledAgentView view(Object[] row) {
        Agent agent = (Agent) row[0];
        Agent template = (Agent) row[1];
        Organization publisher = (Organization) row[2];
        String name = agent.name() == null ? template.name() : agent.name();
        return new InstalledAgentView(
                agent.id(),
                name == null ? publisher.name() : name,
                agent.organizationId(),
                template.id(),
                publisher.slug(),
                agent.createdAt());
    }
}
