package io.gatehouse.registry.host;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.domain.host.BindingState;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.config.RegistrySettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How long what a host runs is believed to run. The host's row is locked. */
@Dependent
public class Leases {

    private final BindingStore bindings;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    public Leases(BindingStore bindings, Settings settings, InstantSource clock) {
        this.bindings = bindings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes stale, or retires, what is bound to a host whose lease lapsed. */
    void settle(Host host) {
        Instant now = clock.instant();
        Instant expiry = host.leaseExpiresAt();
        Instant seen = host.lastSeenAt();
        if (expiry == null || seen == null || expiry.isAfter(now)) {
            return;
        }
        if (expiry.isAfter(staleEdge(now))) {
            bindings.makeStale(host.id(), seen);
        } else {
            bindings.retireAll(host.id(), seen);
        }
    }

    /** What a binding comes to now, whether or not its host was settled since the lease ran out. */
    public AgentStatus statusOf(BindingState state, @Nullable Instant leaseExpiresAt, Instant now) {
        if (state == BindingState.RETIRED || leaseExpiresAt == null) {
            return AgentStatus.RETIRED;
        }
        if (leaseExpiresAt.isAfter(now)) {
            return state == BindingState.ACTIVE ? AgentStatus.ACTIVE : AgentStatus.STALE;
        }
        return leaseExpiresAt.isAfter(staleEdge(now)) ? AgentStatus.STALE : AgentStatus.RETIRED;
    }

    /** Leases that ran out until then no longer hold what is stale. */
    public Instant staleEdge(Instant now) {
        return now.minus(settings.registry().staleFor());
    }

    /** The host gave a sign of life. Returns when the lease ends. */
    public Instant renew(Host host) {
        RegistrySettings registry = settings.registry();
        Instant now = clock.instant();
        host.renewLease(now, registry.lease());
        return now.plus(registry.lease());
    }
}
