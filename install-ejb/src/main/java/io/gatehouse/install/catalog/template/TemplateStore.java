package io.gatehouse.install.catalog.template;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.AgentKind;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.install.catalog.template.TemplateLookup.Found;
import io.gatehouse.install.catalog.template.TemplateLookup.NotInstallable;
import io.gatehouse.install.catalog.template.TemplateLookup.Unknown;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Template agents, their publishers, and the connections that lead to them. Reads only. */
@Dependent
public class TemplateStore {

    private final EntityManager entityManager;

    @Inject
    public TemplateStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Reads the template from the database, without a cache. */
    public TemplateLookup find(UUID agentId) {
        Agent agent = entityManager.find(Agent.class, agentId);
        if (agent == null || agent.kind() == AgentKind.REGISTERED) {
            return new Unknown();
        }
        if (!agent.isTemplate()) {
            return new NotInstallable("the agent is itself installed");
        }
        Organization publisher = entityManager.find(Organization.class, agent.organizationId());
        return publisher == null ? new Unknown() : check(agent, publisher);
    }

    /** Returns the oldest template of the organization. */
    public TemplateLookup find(String slug) {
        List<Object[]> found = entityManager
                .createQuery("""
                        select a, o from Agent a, Organization o
                        where o.slug = :slug and a.organizationId = o.id and a.kind = :kind
                        order by a.createdAt, a.id""", Object[].class)
                .setParameter("slug", slug)
                .setParameter("kind", AgentKind.TEMPLATE)
                .setMaxResults(1)
                .getResultList();
        if (found.isEmpty()) {
            return new Unknown();
        }
        Object[] row = found.get(0);
        return check((Agent) row[0], (Organization) row[1]);
    }

    /** Returns the template that a connection serves, if the connection is enabled. */
    public Optional<UUID> servedBy(UUID connectionId) {
        return Optional.ofNullable(entityManager.find(Connection.class, connectionId))
                .filter(Connection::isEnabled)
                .map(Connection::templateAgentId);
    }

    /** Returns the enabled connections of a template, oldest first. */
    List<Channel> channels(UUID templateAgentId) {
        return entityManager
                .createQuery("""
                        select c from Connection c
                        where c.templateAgentId = :template and c.enabled = true
                        order by c.createdAt, c.id""", Connection.class)
                .setParameter("template", templateAgentId)
                .getResultList()
                .stream()
                .map(Channel::of)
                .toList();
    }

    /** Returns the publisher's own items, ordered by kind and slug. */
    public List<BlueprintItem> items(UUID publisherId) {
        return entityManager
                .createQuery("""
                        select b from BlueprintItem b
                        where b.organizationId = :publisher and b.managedByTemplateId is null
                        order by b.kind, b.slug""", BlueprintItem.class)
                .setParameter("publisher", publisherId)
                .getResultList();
    }

    private static TemplateLookup check(Agent agent, Organization publisher) {
        if (publisher.isArchived()) {
            return new Unknown();
        }
        return publisher.isPublic()
                ? new Found(Template.of(agent, publisher))
                : new NotInstallable("its publisher is private");
    }
}
