package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Hosts and bindings over a test's database, wired as in the container. */
public final class TestHosts {

    public final Hosts hosts;
    public final Bindings bindings;
    public final BindingChanges changes;
    public final HostReportsBean reports;
    public final Leases leases;
    private final TestDatabase database;
    private final InstantSource clock;

    public TestHosts(TestDatabase database, InstantSource clock, Settings settings) {
        this.database = database;
        this.clock = clock;
        BindingStore store = new BindingStore(database.entityManager());
        AuditTrail audit = TestTrail.over(database, clock);
        Ids ids = new Ids();
        leases = new Leases(store, settings, clock);
        changes = new BindingChanges(store, audit, clock);
        hosts = new Hosts(new HostStore(database.entityManager()), leases, audit, ids, clock);
        bindings = new Bindings(store, leases, ids, clock);
        reports = new HostReportsBean(
                hosts,
                new Heartbeats(store, leases, changes),
                new Snapshots(new SnapshotStore(database.entityManager()), leases, changes, clock));
    }

    /** Returns the sweep of a new node. */
    public Sweep sweep() {
        return new Sweep(leaseExpiry(), clock);
    }

    LeaseExpiry leaseExpiry() {
        return new Steps();
    }

    /** Sweeps, even if another node is sweeping. */
    public void sweepNow() {
        sweep().now();
    }

    private final class Steps extends LeaseExpiry {

        private Steps() {
            super(new LeaseExpiryStore(database.entityManager()), hosts, leases, changes, clock);
        }

        @Override
        public boolean takeTurn(Instant end) {
            return database.tx(() -> super.takeTurn(end));
        }

        @Override
        public boolean moveTurn(Instant end, Instant newEnd) {
            return database.tx(() -> super.moveTurn(end, newEnd));
        }

        @Override
        public List<String> expiredAfter(String name, int limit) {
            return database.tx(() -> super.expiredAfter(name, limit));
        }

        @Override
        public void process(String name) {
            database.run(() -> super.process(name));
        }
    }
}
