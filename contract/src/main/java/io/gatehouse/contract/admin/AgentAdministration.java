package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingResult;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agents of organizations: templates, installed and registered ones. */
public interface AgentAdministration {

    /**
     * The newest first.
     *
     * @param filter which of them
     * @return empty where there is no such organization
     */
    Optional<Page<AgentView>> list(Administrator administrator, Filter filter, PageRequest page);

    Optional<AgentView> find(Administrator administrator, UUID agentId);

    /**
     * Lets that registered agent serve the template, in place of whoever did.
     *
     * @param agentUserId null for nobody
     * @see io.gatehouse.contract.registry.ServingAgents
     */
    ServingResult serve(Administrator administrator, UUID templateAgentId, @Nullable AgentUserId agentUserId);

    /**
     * Which agents are meant; null for any.
     *
     * @param organization id or slug
     * @param kind {@code template}, {@code installed} or {@code registered}; no agent is of another
     * @param host the name of the host that a registered agent runs on
     */
    record Filter(
            @Nullable String organization,
            @Nullable String kind,
            @Nullable String host) {}
}
