package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingResult;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administration of an organization's agents: templates, installed and registered ones. */
public interface AgentAdministration {

    /**
     * Lists agents, newest first.
     *
     * @return empty if the organization does not exist
     */
    Optional<Page<AgentView>> list(Administrator administrator, Filter filter, PageRequest page);

    Optional<AgentView> find(Administrator administrator, UUID agentId);

    /**
     * Makes the registered agent serve the template, replacing the one that did.
     *
     * @param agentUserId null to have no agent serve it
     * @see io.gatehouse.contract.registry.ServingAgents
     */
    ServingResult serve(Administrator administrator, UUID templateAgentId, @Nullable AgentUserId agentUserId);

    /**
     * Selects agents; null matches all.
     *
     * @param organization id or slug
     * @param kind {@code template}, {@code installed} or {@code registered}; any other value matches none
     * @param host the name of the host that a registered agent runs on
     */
    record Filter(
            @Nullable String organization,
            @Nullable String kind,
            @Nullable String host) {}
}
