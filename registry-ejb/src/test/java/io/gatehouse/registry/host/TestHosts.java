package io.gatehouse.registry.host;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Hosts and bindings over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestHosts {

    public final Hosts hosts = new Hosts();
    public final Bindings bindings = new Bindings();
    public final BindingChanges changes = new BindingChanges();
    public final HostReportsBean reports = new HostReportsBean();
    public final Leases leases = new Leases();
    final SnapshotStore snapshots = new SnapshotStore();
    final LapseStore lapses = new LapseStore();
    private final TestDatabase database;
    private final InstantSource clock;
    final HostStore hostStore = new HostStore();
    final BindingStore bindingStore = new BindingStore();

    public TestHosts(TestDatabase database, InstantSource clock, Settings settings) {
        this.database = database;
        this.clock = clock;
        hostStore.entities = database.entityManager();
        bindingStore.entities = database.entityManager();
        leases.bindings = bindingStore;
        leases.settings = settings;
        leases.clock = clock;
        changes.store = bindingStore;
        changes.audit = TestTrail.over(database, clock);
        changes.clock = clock;
        hosts.store = hostStore;
        hosts.leases = leases;
        hosts.audit = changes.audit;
        hosts.ids = new Ids();
        hosts.clock = clock;
        bindings.store = bindingStore;
        bindings.leases = leases;
        bindings.ids = hosts.ids;
        bindings.clock = clock;
        snapshots.entities = database.entityManager();
        lapses.entities = database.entityManager();
        reports.hosts = hosts;
        reports.heartbeats = new Heartbeats();
        reports.heartbeats.store = bindingStore;
        reports.heartbeats.leases = leases;
        reports.heartbeats.changes = changes;
        reports.snapshots = new Snapshots();
        reports.snapshots.store = snapshots;
        reports.snapshots.leases = leases;
        reports.snapshots.changes = changes;
        reports.snapshots.clock = clock;
    }

    /** A node that sweeps. */
    public Sweep sweep() {
        Sweep sweep = new Sweep();
        sweep.lapses = lapses();
        sweep.clock = clock;
        return sweep;
    }

    Lapses lapses() {
        Lapses steps = new Steps();
        steps.store = lapses;
        steps.hosts = hosts;
        steps.leases = leases;
        steps.changes = changes;
        steps.clock = clock;
        return steps;
    }

    /** Sweeps, whoever else does. */
    public void sweepNow() {
        sweep().now();
    }

    private final class Steps extends Lapses {

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
