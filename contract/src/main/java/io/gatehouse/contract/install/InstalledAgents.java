package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** What users see and remove of the agents they installed. An agent of somebody else's is as good as none. */
public interface InstalledAgents {

    /** Newest first. */
    Page<InstalledAgentView> list(UserId user, PageRequest page);

    Optional<InstalledAgentView> find(UserId user, UUID agentId);

    /** Removes the agent and the items that its template manages; items that the user wrote stay. False if there is none. */
    boolean remove(UserId user, UUID agentId);
}
