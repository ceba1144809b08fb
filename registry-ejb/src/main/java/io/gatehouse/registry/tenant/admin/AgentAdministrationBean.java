package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.AgentAdministration;
import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.AgentKind;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administers agents within the administrator's scope. */
@ApplicationScoped
@RetriedTransaction
public class AgentAdministrationBean implements AgentAdministration {

    private AdminScopes adminScopes;
    private ManagedAgentStore store;
    private ServingAgents serving;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentAdministrationBean() {}

    @Inject
    public AgentAdministrationBean(AdminScopes adminScopes, ManagedAgentStore store, ServingAgents serving) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.serving = serving;
    }

    @Override
    public Optional<Page<AgentView>> list(Administrator administrator, Filter filter, PageRequest page) {
        Optional<AdminScope> scope = adminScopes.within(adminScopes.of(administrator), filter.organization());
        String kind = filter.kind();
        if (kind != null && kindOf(kind).isEmpty()) {
            return scope.map(any -> new Page<>(List.of(), null));
        }
        return scope.map(agentScope -> store.agents()
                .within(agentScope)
                .equal("kind", kind == null ? null : kindOf(kind).orElseThrow())
                .equal("host", filter.host())
                .page(page, Agent::id, Views::of));
    }

    @Override
    public Optional<AgentView> find(Administrator administrator, UUID agentId) {
        return store.find(adminScopes.of(administrator), agentId).map(Views::of);
    }

    @Override
    public ServingResult serve(Administrator administrator, UUID templateAgentId, @Nullable AgentUserId agentUserId) {
        AdminScope scope = adminScopes.of(administrator);
        return store.organizationOf(templateAgentId).filter(scope::covers).isPresent()
                ? serving.serve(templateAgentId, agentUserId, administrator.actor())
                : new ServingResult.UnknownTemplate();
    }

    private static Optional<AgentKind> kindOf(String name) {
        return Arrays.stream(AgentKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
