package io.gatehouse.registry.host;

import io.gatehouse.domain.config.Settings;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;

/** Hosts and bindings over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestHosts {

    public final Hosts hosts = new Hosts();
    public final Bindings bindings = new Bindings();
    public final BindingChanges changes = new BindingChanges();
    final Leases leases = new Leases();
    final HostStore hostStore = new HostStore();
    final BindingStore bindingStore = new BindingStore();

    public TestHosts(TestDatabase database, InstantSource clock, Settings settings) {
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
    }
}
