package io.gatehouse.install.catalog.agent;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.install.catalog.agent.Installation.Changes;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.catalog.template.TemplateStore;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Installs templates in organizations that the caller has locked, inside the caller's transaction. Planning and
 * carrying out are separate, so that a caller can refuse in between.
 */
@Dependent
public class Installer {

    private final InstalledAgentStore agents;
    private final BlueprintStore blueprints;
    private final TemplateStore templates;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Installer(
            InstalledAgentStore agents,
            BlueprintStore blueprints,
            TemplateStore templates,
            Ids ids,
            InstantSource clock) {
        this.agents = agents;
        this.blueprints = blueprints;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    public MirrorPlan plan(Template template, UUID organizationId) {
        return MirrorPlan.of(
                template.agentId(), templates.items(template.publisherId()), blueprints.of(organizationId));
    }

    /** Creates the agent if it does not exist, and updates its mirrored items. */
    public Installation carryOut(
            MirrorPlan.Clear plan, Template template, UUID organizationId, @Nullable String agentName) {
        boolean created = agents.addIfAbsent(organizationId, template.agentId(), agentName);
        UUID agentId = agents.idOf(organizationId, template.agentId())
                .orElseThrow(() -> new IllegalStateException("the agent that was just inserted was not found"));
        if (!created && agentName != null) {
            agents.get(agentId).rename(agentName);
        }
        return new Installation(agentId, created, plan.counts(), mirror(plan, template.agentId(), organizationId));
    }

    public Optional<UUID> installed(UUID organizationId, UUID templateAgentId) {
        return agents.idOf(organizationId, templateAgentId);
    }

    /**
     * Removes an installed agent and the items that its template manages; the user's own items stay.
     *
     * @return the number of items removed
     */
    int remove(Agent agent, UUID templateAgentId) {
        var managed = blueprints.of(agent.organizationId()).stream()
                .filter(item -> item.isManagedBy(templateAgentId))
                .toList();
        managed.forEach(blueprints::remove);
        agents.remove(agent);
        blueprints.flush();
        return managed.size();
    }

    private Changes mirror(MirrorPlan.Clear plan, UUID templateAgentId, UUID organizationId) {
        Instant now = clock.instant();
        for (BlueprintItem source : plan.missing()) {
            blueprints.add(source.mirror(ids.next(), organizationId, templateAgentId, now));
        }
        int updated = 0;
        for (MirrorPlan.Pair pair : plan.present()) {
            if (pair.mirror().follow(pair.source(), now)) {
                updated++;
            }
        }
        plan.dropped().forEach(blueprints::remove);
        blueprints.flush();
        return new Changes(plan.missing().size(), updated, plan.dropped().size());
    }
}
