package io.gatehouse.install.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstalledAgentView;
import io.gatehouse.contract.install.InstalledAgents;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and removes what a user has in their personal organization. A cursor is the id of the last agent on the page. */
@Stateless
@Local(InstalledAgents.class)
public class InstalledAgentsBean implements InstalledAgents {

    private InstalledAgentStore agents;
    private InstallService service;
    private RetriedTransactions transactions;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstalledAgentsBean() {}

    @Inject
    public InstalledAgentsBean(InstalledAgentStore agents, InstallService service, RetriedTransactions transactions) {
        this.agents = agents;
        this.service = service;
        this.transactions = transactions;
    }

    @Override
    public Page<InstalledAgentView> list(UserId user, PageRequest page) {
        List<InstalledAgentView> found = agents.list(user, page.idCursor(), page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<InstalledAgentView> items = found.subList(0, page.limit());
        return new Page<>(items, items.get(items.size() - 1).id().toString());
    }

    @Override
    public Optional<InstalledAgentView> find(UserId user, UUID agentId) {
        return agents.view(user, agentId);
    }

    /** In transactions that are tried again, so in none here. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean remove(UserId user, UUID agentId) {
        return transactions.call(() -> service.remove(user, agentId));
    }
}
