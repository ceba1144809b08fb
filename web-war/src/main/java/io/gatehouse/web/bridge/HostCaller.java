package io.gatehouse.web.bridge;

import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.web.access.Caller;
import io.gatehouse.web.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the resources of hosts which host calls. */
@ApplicationScoped
class HostCaller {

    @Inject
    CurrentCaller caller;

    /** @throws IllegalStateException if it is no host: the resource lacks its {@code @RolesAllowed} */
    CallingHost get() {
        Caller calling = caller.get();
        if (calling != null && calling.access() instanceof HostAccess host) {
            return new CallingHost(host.host(), calling.id());
        }
        throw new IllegalStateException("no host calls, and nobody refused them");
    }
}
