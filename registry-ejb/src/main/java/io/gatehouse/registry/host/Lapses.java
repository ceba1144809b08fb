package io.gatehouse.registry.host;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The database's part of a sweep, a transaction for each step. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Lapses {

    private LapseStore store;
    private Hosts hosts;
    private Leases leases;
    private BindingChanges changes;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Lapses() {}

    @Inject
    public Lapses(LapseStore store, Hosts hosts, Leases leases, BindingChanges changes, InstantSource clock) {
        this.store = store;
        this.hosts = hosts;
        this.leases = leases;
        this.changes = changes;
        this.clock = clock;
    }

    /** False while it is another's. */
    public boolean takeTurn(Instant end) {
        return store.takeTurn(clock.instant(), end);
    }

    /** False if it is another's by now. */
    public boolean moveTurn(Instant end, Instant newEnd) {
        return store.moveTurn(end, newEnd);
    }

    /** Hosts whose leases ran out and were not settled since, in the order of their names. */
    public List<String> after(String name, int limit) {
        Instant now = clock.instant();
        return store.unsettledAfter(name, now, leases.staleEdge(now), limit);
    }

    /** As {@link Hosts#lock} does, and records it. A heartbeat at the same time is before or after. */
    public void settle(String name) {
        hosts.lock(name).ifPresent(host -> changes.end(host, BindingChanges.SYSTEM));
    }
}
