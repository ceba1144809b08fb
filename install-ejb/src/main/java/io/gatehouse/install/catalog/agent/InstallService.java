package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.install.catalog.agent.PersonalOrganizationLookup.Found;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.catalog.template.TemplateLookup;
import io.gatehouse.install.catalog.template.TemplateStore;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Installs, resyncs and removes agents at the request of a signed-in user. Joins the caller's transaction or begins
 * one.
 */
@ApplicationScoped
public class InstallService {

    private TemplateStore templates;
    private PersonalOrganizationStore organizations;
    private InstalledAgentStore agents;
    private Installer installer;
    private InstallEvents events;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InstallService() {}

    @Inject
    public InstallService(
            TemplateStore templates,
            PersonalOrganizationStore organizations,
            InstalledAgentStore agents,
            Installer installer,
            InstallEvents events) {
        this.templates = templates;
        this.organizations = organizations;
        this.agents = agents;
        this.installer = installer;
        this.events = events;
    }

    @RetriedTransaction
    public InstallResult install(UserId user, UUID templateAgentId, @Nullable String agentName) {
        TemplateLookup lookup = templates.find(templateAgentId);
        if (lookup instanceof TemplateLookup.NotInstallable refused) {
            return new InstallResult.NotInstallable(refused.why());
        }
        if (!(lookup instanceof TemplateLookup.Found found)) {
            return new InstallResult.UnknownTemplate();
        }
        return organizations.lock(user) instanceof Found owned
                ? install(user, found.template(), owned.organization(), agentName)
                : new InstallResult.NoPersonalOrganization();
    }

    /** As {@link #install}, for an agent that the user has already installed; {@code UnknownAgent} if there is none. */
    @RetriedTransaction
    public InstallResult resync(UserId user, UUID agentId) {
        Optional<UUID> template = agents.find(user, agentId).map(InstallService::templateOf);
        return template.isEmpty() ? new InstallResult.UnknownAgent() : install(user, template.get(), null);
    }

    @RetriedTransaction
    public boolean remove(UserId user, UUID agentId) {
        if (!(organizations.lock(user) instanceof Found owned)) {
            return false;
        }
        Optional<Agent> agent = agents.find(user, agentId);
        if (agent.isEmpty()) {
            return false;
        }
        UUID template = templateOf(agent.get());
        int items = installer.remove(agent.get(), template);
        events.removed(owned.organization().id(), user, agentId, template, items);
        return true;
    }

    private InstallResult install(
            UserId user, Template template, PersonalOrganization organization, @Nullable String agentName) {
        if (template.publisherId().equals(organization.id())) {
            return new InstallResult.NotInstallable("the template is the organization's own");
        }
        MirrorPlan plan = installer.plan(template, organization.id());
        if (plan instanceof MirrorPlan.Collision collision) {
            return new InstallResult.SlugCollision(collision.kind(), collision.slug());
        }
        Installation done = installer.carryOut((MirrorPlan.Clear) plan, template, organization.id(), agentName);
        events.installed(organization.id(), user, template.agentId(), done);
        return new InstallResult.Installed(
                done.agentId(),
                organization.id(),
                organization.slug(),
                template.slug(),
                done.created(),
                done.mirrored(),
                null);
    }

    private static UUID templateOf(Agent agent) {
        UUID template = agent.templateAgentId();
        if (template == null) {
            throw new IllegalStateException("an installed agent has a template");
        }
        return template;
    }
}
