package io.gatehouse.domain.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent: a template, an installed or a registered one. The unique pair of organization and template decides which of
 * two concurrent installs creates the agent; the unique agent user id decides which of two registrations gets the name.
 */
@Entity
@Table(name = "agent")
public class Agent {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private AgentKind kind;

    /** An installed agent's own name; null if it inherits its template's. */
    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "description")
    private @Nullable String description;

    /** JSON; null for an installed agent, which inherits its template's. */
    @Column(name = "settings")
    private @Nullable String settings;

    @Column(name = "template_agent_id", updatable = false)
    private @Nullable UUID templateAgentId;

    /** The registered agent that answers for a template. */
    @Column(name = "served_by_agent_id")
    private @Nullable UUID servedByAgentId;

    @Column(name = "alias", updatable = false)
    private @Nullable String alias;

    @Column(name = "host", updatable = false)
    private @Nullable String host;

    @Column(name = "agent_user_id", updatable = false)
    private @Nullable String agentUserId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Agent() {}

    private Agent(UUID id, UUID organizationId, AgentKind kind, @Nullable String name, Instant now) {
        this.id = id;
        this.organizationId = organizationId;
        this.kind = kind;
        this.name = name;
        this.createdAt = now;
    }

    public static Agent template(
            UUID id, UUID organizationId, String name, String description, String settings, Instant now) {
        Agent agent = new Agent(id, organizationId, AgentKind.TEMPLATE, name, now);
        agent.description = description;
        agent.settings = settings;
        return agent;
    }

    public static Agent installed(
            UUID id, UUID organizationId, UUID templateAgentId, @Nullable String name, Instant now) {
        Agent agent = new Agent(id, organizationId, AgentKind.INSTALLED, name, now);
        agent.templateAgentId = templateAgentId;
        return agent;
    }

    public static Agent registered(
            UUID id,
            UUID organizationId,
            String alias,
            String host,
            String agentUserId,
            @Nullable String displayName,
            Instant now) {
        Agent agent = new Agent(id, organizationId, AgentKind.REGISTERED, displayName, now);
        agent.alias = alias;
        agent.host = host;
        agent.agentUserId = agentUserId;
        return agent;
    }

    public void rename(@Nullable String newName) {
        name = newName;
    }

    /** Routes messages for installs of this template to the registered agent; null for none. */
    public void serveBy(@Nullable UUID registeredAgentId) {
        servedByAgentId = registeredAgentId;
    }

    public boolean isTemplate() {
        return kind == AgentKind.TEMPLATE;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public AgentKind kind() {
        return kind;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public @Nullable String settings() {
        return settings;
    }

    public @Nullable UUID templateAgentId() {
        return templateAgentId;
    }

    public @Nullable UUID servedByAgentId() {
        return servedByAgentId;
    }

    public @Nullable String alias() {
        return alias;
    }

    public @Nullable String host() {
        return host;
    }

    public @Nullable String agentUserId() {
        return agentUserId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
