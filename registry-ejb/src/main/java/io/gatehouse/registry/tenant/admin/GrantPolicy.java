package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.NotAllowed;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.domain.host.Host;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which credentials of a host an administrator whose scope covers it may grant. */
final class GrantPolicy {

    private GrantPolicy() {}

    /** Creates a credential with these scopes, given their names, or returns the reason for refusing it. */
    static Issue issue(
            Administrator administrator, Host host, Set<HostScope> scopes, Function<Set<String>, Issue> credential) {
        Set<String> names = scopes.stream().map(HostScope::wireName).collect(Collectors.toSet());
        return objection(administrator, host, names)
                .<Issue>map(NotAllowed::new)
                .orElseGet(() -> credential.apply(names));
    }

    /** Returns the reason for refusing the scopes; empty if the administrator may grant them. */
    static Optional<String> objection(Administrator administrator, Host host, Collection<String> scopes) {
        if (administrator.ofDeployment()) {
            return Optional.empty();
        }
        if (host.name().equals(CallingHost.EVERY_HOST)) {
            return Optional.of("Only an administrator of the deployment hands out what acts for every host.");
        }
        return scopes.stream()
                .filter(scope ->
                        HostScope.of(scope).map(HostScope::isAcrossTenants).orElse(true))
                .findFirst()
                .map(scope -> "Only an administrator of the deployment hands out the scope " + scope + ".");
    }
}
