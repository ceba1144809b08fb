package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Issued;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.contract.admin.SigningKeyAdministration;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.credential.signature.GeneratedKey;
import io.gatehouse.registry.credential.signature.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administers the signing keys of hosts within the administrator's scope. */
@ApplicationScoped
@RetriedTransaction
public class SigningKeyAdministrationBean implements SigningKeyAdministration {

    private AdminScopes adminScopes;
    private ManagedHostStore store;
    private SigningKeys keys;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SigningKeyAdministrationBean() {}

    @Inject
    public SigningKeyAdministrationBean(AdminScopes adminScopes, ManagedHostStore store, SigningKeys keys) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page) {
        return find(administrator, hostId).map(host -> store.keys(host).page(page, HostSigningKey::id, Views::of));
    }

    @Override
    public Issue make(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt) {
        return find(administrator, hostId)
                .map(host -> GrantPolicy.issue(
                        administrator,
                        host,
                        scopes,
                        names -> issued(keys.generate(host, names, expiresAt, administrator.actor()))))
                .orElseGet(NotFound::new);
    }

    @Override
    public boolean revoke(Administrator administrator, UUID hostId, UUID keyId) {
        boolean found = find(administrator, hostId)
                .filter(host -> store.hasKey(host, keyId))
                .isPresent();
        if (found) {
            keys.revoke(keyId, administrator.actor());
        }
        return found;
    }

    private static Issue issued(GeneratedKey generated) {
        return new Issued(Views.of(generated.key()), generated.secret());
    }

    private Optional<Host> find(Administrator administrator, UUID hostId) {
        return store.find(adminScopes.of(administrator), hostId);
    }
}
