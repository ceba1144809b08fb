package io.gatehouse.registry.agent.host;

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
 * Finds, creates and locks hosts. A host is locked until the transaction ends, and a lease that expired before is
 * processed first, as if the timer were never late.
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

    /**
     * @param created whether this transaction created the host: {@link #recordCreated} must then be called late in the
     *     transaction
     */
    public record LockedHost(Host host, boolean created) {}

    public Optional<Host> find(String name) {
        return store.find(name);
    }

    /** Returns the reason why the caller may not act for the host of that name; empty if it may. */
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

    /** The same for a registration, which creates a missing host if the caller may act for every host. */
    public Optional<HostRefusal> refusalToRegister(CallingHost caller, String name) {
        return caller.isEveryHost() && store.organizationOf(name).isEmpty() ? Optional.empty() : refusal(caller, name);
    }

    /** The organization of the caller's host. */
    public UUID organizationOf(CallingHost caller) {
        return store.organizationOf(caller.name())
                .orElseThrow(() -> new IllegalStateException("a token's host does not exist: " + caller.name()));
    }

    /** Returns empty if there is no such host. */
    public Optional<Host> lock(String name) {
        Optional<Host> host = store.findLocked(name);
        host.ifPresent(leases::applyExpiry);
        return host;
    }

    /** Creates a missing host in the operator's organization if the caller may act for every host. */
    public LockedHost lockOrCreate(CallingHost caller, String name) {
        boolean created = caller.isEveryHost()
                && store.organizationOf(name).isEmpty()
                && store.insert(ids.next(), operatorOrganization(), name, clock.instant());
        Host host = lock(name).orElseThrow(() -> new IllegalStateException("a token's host does not exist: " + name));
        return new LockedHost(host, created);
    }

    /**
     * Creates a host of that organization; empty if the name is taken. {@link #recordCreated} must be called late in
     * the transaction.
     */
    public Optional<Host> create(UUID organizationId, String name) {
        return store.insert(ids.next(), organizationId, name, clock.instant()) ? store.find(name) : Optional.empty();
    }

    /** The organization of the deployment's operator. */
    public UUID operatorOrganization() {
        return store.organizationOf(CallingHost.EVERY_HOST)
                .orElseThrow(() -> new IllegalStateException("the host * that stands for every host does not exist"));
    }

    /** Appends the event of the creation. */
    public void recordCreated(Host host, String actor) {
        audit.append(new AuditEntry(
                host.organizationId(), actor, "host.created", "host:" + host.id(), Map.of("host", host.name())));
    }
}
