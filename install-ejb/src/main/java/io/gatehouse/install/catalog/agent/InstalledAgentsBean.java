package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstalledAgentView;
import io.gatehouse.contract.install.InstalledAgents;
import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists, finds and removes the agents of a user's personal organization. */
@ApplicationScoped
@RetriedTransaction
public class InstalledAgentsBean implements InstalledAgents {

    private InstalledAgentStore agents;
    private InstallService service;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstalledAgentsBean() {}

    @Inject
    public InstalledAgentsBean(InstalledAgentStore agents, InstallService service) {
        this.agents = agents;
        this.service = service;
    }

    @Override
    public Page<InstalledAgentView> list(UserId user, PageRequest page) {
        List<InstalledAgentView> oneMore = agents.list(user, page.idCursor(), page.limit() + 1);
        return Page.of(oneMore, page.limit(), agent -> Cursor.of(agent.id()));
    }

    @Override
    public Optional<InstalledAgentView> find(UserId user, UUID agentId) {
        return agents.view(user, agentId);
    }

    @Override
    public boolean remove(UserId user, UUID agentId) {
        return service.remove(user, agentId);
    }
}
