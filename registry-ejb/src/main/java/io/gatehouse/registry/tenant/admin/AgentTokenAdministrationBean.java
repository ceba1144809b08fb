package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.AgentTokenAdministration;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Issued;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.credential.token.AgentTokens;
import io.gatehouse.registry.credential.token.MintedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administers the tokens of registered agents within the administrator's scope. */
@ApplicationScoped
@RetriedTransaction
public class AgentTokenAdministrationBean implements AgentTokenAdministration {

    private AdminScopes adminScopes;
    private ManagedAgentStore store;
    private AgentTokens tokens;
    private Settings settings;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AgentTokenAdministrationBean() {}

    @Inject
    public AgentTokenAdministrationBean(
            AdminScopes adminScopes,
            ManagedAgentStore store,
            AgentTokens tokens,
            Settings settings,
            InstantSource clock) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Page<CredentialView>> list(Administrator administrator, UUID agentId, PageRequest page) {
        return find(administrator, agentId).map(agent -> store.tokens(agent).page(page, AgentToken::id, Views::of));
    }

    @Override
    public Issue rotate(Administrator administrator, UUID agentId, @Nullable Duration overlap) {
        Optional<Agent> agent = find(administrator, agentId);
        if (agent.isEmpty()) {
            return new NotFound();
        }
        store.lock(agent.get());
        Duration grace = overlap == null ? settings.registry().tokenOverlap() : overlap;
        tokens.expireBy(agentId, clock.instant().plus(grace), administrator.actor());
        MintedToken minted = tokens.mint(agent.get(), AgentToken.EVERY_SCOPE, null, administrator.actor());
        AgentToken token = store.token(agent.get(), minted.id()).orElseThrow();
        return new Issued(Views.of(token), minted.text().reveal());
    }

    @Override
    public boolean revoke(Administrator administrator, UUID agentId, UUID tokenId) {
        Optional<Agent> agent = find(administrator, agentId);
        boolean found = agent.flatMap(some -> store.token(some, tokenId)).isPresent();
        if (found) {
            tokens.revoke(agent.orElseThrow(), tokenId, administrator.actor());
        }
        return found;
    }

    @Override
    public OptionalInt revokeAll(Administrator administrator, UUID agentId) {
        return find(administrator, agentId)
                .map(agent -> OptionalInt.of(tokens.revokeAll(agent, administrator.actor())))
                .orElseGet(OptionalInt::empty);
    }

    private Optional<Agent> find(Administrator administrator, UUID agentId) {
        return store.findRegistered(adminScopes.of(administrator), agentId);
    }
}
