package io.gatehouse.registry.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.domain.host.Host;
import java.util.Collection;
import java.util.Optional;

/** Which credentials of a host an administrator who reaches it may hand out. */
final class Granting {

    private Granting() {}

    /** Why not; empty where they may. */
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
