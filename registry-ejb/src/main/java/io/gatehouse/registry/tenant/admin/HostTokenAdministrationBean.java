package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.HostTokenAdministration;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Ended;
import io.gatehouse.contract.admin.Issue.Issued;
import io.gatehouse.contract.admin.Issue.NotAllowed;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.credential.token.HostTokens;
import io.gatehouse.registry.credential.token.MintedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administers the tokens of hosts within the administrator's scope. */
@ApplicationScoped
@RetriedTransaction
public class HostTokenAdministrationBean implements HostTokenAdministration {

    private AdminScopes adminScopes;
    private ManagedHostStore store;
    private HostTokens tokens;
    private Settings settings;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HostTokenAdministrationBean() {}

    @Inject
    public HostTokenAdministrationBean(
            AdminScopes adminScopes, ManagedHostStore store, HostTokens tokens, Settings settings) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page) {
        return find(administrator, hostId).map(host -> store.tokens(host).page(page, HostToken::id, Views::of));
    }

    @Override
    public Issue mint(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt) {
        return find(administrator, hostId)
                .map(host -> GrantPolicy.issue(
                        administrator,
                        host,
                        scopes,
                        names -> issued(host, tokens.mint(host, names, expiresAt, administrator.actor()))))
                .orElseGet(NotFound::new);
    }

    @Override
    public Issue rotate(Administrator administrator, UUID hostId, UUID tokenId, @Nullable Duration overlap) {
        Optional<Host> host = find(administrator, hostId);
        Optional<HostToken> token = host.flatMap(found -> store.token(found, tokenId));
        if (host.isEmpty() || token.isEmpty()) {
            return new NotFound();
        }
        Optional<String> objection =
                GrantPolicy.objection(administrator, host.get(), token.get().scopes());
        if (objection.isPresent()) {
            return new NotAllowed(objection.get());
        }
        Duration grace = overlap == null ? settings.registry().tokenOverlap() : overlap;
        return tokens.rotate(tokenId, grace, administrator.actor())
                .map(minted -> issued(host.get(), minted))
                .orElseGet(Ended::new);
    }

    @Override
    public boolean revoke(Administrator administrator, UUID hostId, UUID tokenId) {
        boolean found = find(administrator, hostId)
                .flatMap(host -> store.token(host, tokenId))
                .isPresent();
        if (found) {
            tokens.revoke(tokenId, administrator.actor());
        }
        return found;
    }

    private Optional<Host> find(Administrator administrator, UUID hostId) {
        return store.find(adminScopes.of(administrator), hostId);
    }

    private Issue issued(Host host, MintedToken minted) {
        HostToken token = store.token(host, minted.id()).orElseThrow();
        return new Issued(Views.of(token), minted.text().reveal());
    }
}
