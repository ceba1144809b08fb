package io.gatehouse.registry.host;

import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Hosts and bindings over a test's database, as the container would put them together. */
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

    /** A node that sweeps. */
    public Sweep sweep() {
        return new Sweep(lapses(), clock);
    }

    Lapses lapses() {
        return new Steps();
    }

    /** Sweeps, whoever else does. */
    public void sweepNow() {
        sweep().now();
    }

    private final class Steps extends Lapses {

        private Steps() {
            super(new LapseStore(database.entityManager()), hosts, leases, changes, clock);
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
        public List<String> after(String name, int limit) {
            return database.tx(() -> super.after(name, limit));
        }

        @Override
        public void settle(String name) {
            database.run(() -> super.settle(name));
        }
    }
}
