package io.gatehouse.registry.agent.host;

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

/** Determines how long a host's agents count as running. The caller has locked the host's row. */
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

    /** Makes stale, or retires, the bindings of a host whose lease expired. */
    void applyExpiry(Host host) {
        Instant now = clock.instant();
        Instant expiry = host.leaseExpiresAt();
        Instant lastSeen = host.lastSeenAt();
        if (expiry == null || lastSeen == null || expiry.isAfter(now)) {
            return;
        }
        if (expiry.isAfter(staleEdge(now))) {
            bindings.makeStale(host.id(), lastSeen);
        } else {
            bindings.retireAll(host.id(), lastSeen);
        }
    }

    /** Returns the status of a binding now, whether or not the expired lease of its host has been processed. */
    public AgentStatus statusOf(BindingState state, @Nullable Instant leaseExpiresAt, Instant now) {
        if (state == BindingState.RETIRED || leaseExpiresAt == null) {
            return AgentStatus.RETIRED;
        }
        if (leaseExpiresAt.isAfter(now)) {
            return state == BindingState.ACTIVE ? AgentStatus.ACTIVE : AgentStatus.STALE;
        }
        return leaseExpiresAt.isAfter(staleEdge(now)) ? AgentStatus.STALE : AgentStatus.RETIRED;
    }

    /** A lease that expired at or before this time no longer keeps a binding stale: it is retired. */
    public Instant staleEdge(Instant now) {
        return now.minus(settings.registry().staleFor());
    }

    /** Renews the lease of a host that has reported. Returns when the lease expires. */
    public Instant renew(Host host) {
        RegistrySettings registry = settings.registry();
        Instant now = clock.instant();
        host.renewLease(now, registry.lease());
        return now.plus(registry.lease());
    }
}
