package io.gatehouse.registry.tenant.signin;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.registry.tenant.identity.TestIdentities;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import io.gatehouse.registry.tenant.organization.TestOrganizations;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;

/** The sign-in bean, wired as in the container. */
public final class TestSignIns {

    private TestSignIns() {}

    public static SignInsBean over(TestDatabase database, InstantSource clock) {
        OrganizationStore organizations = TestOrganizations.over(database);
        FirstSignIn first = new FirstSignIn(
                organizations,
                TestIdentities.linking(database, clock),
                TestTrail.over(database, clock),
                new Ids(),
                clock);
        return new SignInsBean(organizations, first);
    }
}
