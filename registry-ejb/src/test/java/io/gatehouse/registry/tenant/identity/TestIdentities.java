package io.gatehouse.registry.tenant.identity;

import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.registry.tenant.organization.TestOrganizations;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;
import java.util.Map;

/** The beans of this package, wired as in the container. */
public final class TestIdentities {

    private TestIdentities() {}

    public static Linking linking(TestDatabase database, InstantSource clock) {
        return new Linking(store(database), TestTrail.over(database, clock), new Ids(), clock);
    }

    public static IdentityLinksBean links(TestDatabase database, InstantSource clock) {
        return new IdentityLinksBean(store(database), TestOrganizations.over(database), linking(database, clock));
    }

    public static MyIdentitiesBean mine(TestDatabase database, InstantSource clock) {
        return new MyIdentitiesBean(
                store(database), linking(database, clock), new ConfirmationCodes(Settings.of(Map.of())));
    }

    static IdentityStore store(TestDatabase database) {
        return new IdentityStore(database.entityManager());
    }
}
