package io.gatehouse.registry.host;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hosts at work: locked until the transaction ends, and with a lease that lapsed before settled, as if the timer were
 * never late.
 */
@Dependent
public class Hosts {

    private final HostStore store;
    private final Leases leases;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Hosts(HostStore store, Leases leases, AuditTrail audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.leases = leases;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param made whether the host was made in this transaction: {@link #recordMade} is then to be called late */
    public record AtWork(Host host, boolean made) {}

    public Optional<Host> find(String name) {
        return store.find(name);
    }

    /** Why the caller may not speak for the host of that name; empty where it may. */
    public Optional<HostRefusal> refusal(CallingHost caller, String name) {
        if (!caller.mayActFor(name)) {
            return Optional.of(new HostMismatch());
        }
        return AgentName.isPart(name)
                        && store.organizationOf(name)
                                .filter(organizationOf(caller)::equals)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(new UnknownHost());
    }

    /** The same, where a host that is not there would be made. */
    public Optional<HostRefusal> refusalToRegister(CallingHost caller, String name) {
        return caller.isEveryHost() && store.organizationOf(name).isEmpty() ? Optional.empty() : refusal(caller, name);
    }

    /** The organization that the caller belongs to. */
    public UUID organizationOf(CallingHost caller) {
        return store.organizationOf(caller.name())
                .orElseThrow(() -> new IllegalStateException("a token's host is gone: " + caller.name()));
    }

    /** Empty where there is no such host. */
    public Optional<Host> lock(String name) {
        Optional<Host> host = store.findLocked(name);
        host.ifPresent(leases::settle);
        return host;
    }

    /** A host that is not there is made where the caller is for every host, in that one's organization. */
    public AtWork lockOrMake(CallingHost caller, String name) {
        boolean made = caller.isEveryHost()
                && store.organizationOf(name).isEmpty()
                && store.insert(ids.next(), operator(), name, clock.instant());
        Host host = lock(name).orElseThrow(() -> new IllegalStateException("a token's host is gone: " + name));
        return new AtWork(host, made);
    }

    /** A host of that organization; empty where the name is taken. {@link #recordMade} is to be called late. */
    public Optional<Host> make(UUID organizationId, String name) {
        return store.insert(ids.next(), organizationId, name, clock.instant()) ? store.find(name) : Optional.empty();
    }

    /** The organization of whoever runs the deployment. */
    public UUID operator() {
        return store.organizationOf(CallingHost.EVERY_HOST)
                .orElseThrow(() -> new IllegalStateException("there is no host for every host"));
    }

    /** Appends the event of a host's making. */
    public void recordMade(Host host, String actor) {
        audit.append(new AuditEntry(
                host.organizationId(), actor, "host.created", "host:" + host.id(), Map.of("host", host.name())));
    }
}
