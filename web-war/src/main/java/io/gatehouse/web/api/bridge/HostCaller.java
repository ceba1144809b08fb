package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives bridge resources the calling host. */
@ApplicationScoped
class HostCaller {

    @Inject
    CurrentCaller caller;

    /** @throws IllegalStateException if the caller is not a host: the resource lacks its {@code @RolesAllowed} */
    CallingHost get() {
        Caller calling = caller.get();
        if (calling != null && calling.access() instanceof HostAccess host) {
            return new CallingHost(host.host(), calling.id());
        }
        throw new IllegalStateException("the caller is not a host: the resource lacks its @RolesAllowed");
    }
}
