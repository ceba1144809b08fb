package io.gatehouse.registry.agent.host;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The database part of a sweep: processes expired leases, in one transaction per step. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LeaseExpiry {

    private LeaseExpiryStore store;
    private Hosts hosts;
    private Leases leases;
    private BindingChanges changes;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public LeaseExpiry() {}

    @Inject
    public LeaseExpiry(
            LeaseExpiryStore store, Hosts hosts, Leases leases, BindingChanges changes, InstantSource clock) {
        this.store = store;
        this.hosts = hosts;
        this.leases = leases;
        this.changes = changes;
        this.clock = clock;
    }

    /** Returns false while another node has the turn. */
    public boolean takeTurn(Instant end) {
        return store.takeTurn(clock.instant(), end);
    }

    /** Returns false if another node has the turn by now. */
    public boolean moveTurn(Instant end, Instant newEnd) {
        return store.moveTurn(end, newEnd);
    }

    /** Returns hosts whose leases expired and are not processed yet, in the order of their names. */
    public List<String> expiredAfter(String name, int limit) {
        Instant now = clock.instant();
        return store.expiredAfter(name, now, leases.staleEdge(now), limit);
    }

    /**
     * Processes the expired lease of a host, as {@link Hosts#lock} does, and records it. The lock orders it before or
     * after a concurrent heartbeat.
     */
    public void process(String name) {
        hosts.lock(name).ifPresent(host -> changes.complete(host, BindingChanges.SYSTEM));
    }
}
