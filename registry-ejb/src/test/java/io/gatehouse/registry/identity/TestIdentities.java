package io.gatehouse.registry.identity;

import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.registry.organization.TestOrganizations;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;
import java.util.Map;

/** The beans of this package as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestIdentities {

    private TestIdentities() {}

    public static Linking linking(TestDatabase database, InstantSource clock) {
        Linking linking = new Linking();
        linking.store = store(database);
        linking.audit = TestTrail.over(database, clock);
        linking.ids = new Ids();
        linking.clock = clock;
        return linking;
    }

    public static IdentityLinksBean links(TestDatabase database, InstantSource clock) {
        IdentityLinksBean links = new IdentityLinksBean();
        links.store = store(database);
        links.organizations = TestOrganizations.over(database);
        links.linking = linking(database, clock);
        return links;
    }

    public static MyIdentitiesBean mine(TestDatabase database, InstantSource clock) {
        MyIdentitiesBean mine = new MyIdentitiesBean();
        mine.store = store(database);
        mine.linking = linking(database, clock);
        mine.codes = new ConfirmationCodes(Settings.of(Map.of()));
        return mine;
    }

    static IdentityStore store(TestDatabase database) {
        IdentityStore store = new IdentityStore();
        store.entities = database.entityManager();
        return store;
    }
}
