package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Lets users list and remove the agents that they installed. Ids of other users' agents are treated as unknown. */
public interface InstalledAgents {

    /** Newest first. */
    Page<InstalledAgentView> list(UserId user, PageRequest page);

    Optional<InstalledAgentView> find(UserId user, UUID agentId);

    /**
     * Removes the agent and the items that its template manages; items that the user wrote stay. Returns false if there
     * is no such agent.
     */
    boolean remove(UserId user, UUID agentId);
}
