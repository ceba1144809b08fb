package io.gatehouse.registry.signin;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.registry.identity.TestIdentities;
import io.gatehouse.registry.organization.TestOrganizations;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;

/** The boundary as the container would put it together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestSignIns {

    private TestSignIns() {}

    public static SignInsBean over(TestDatabase database, InstantSource clock) {
        SignInsBean bean = new SignInsBean();
        bean.organizations = TestOrganizations.over(database);
        bean.first = new FirstSignIn();
        bean.first.organizations = bean.organizations;
        bean.first.linking = TestIdentities.linking(database, clock);
        bean.first.audit = TestTrail.over(database, clock);
        bean.first.ids = new Ids();
        bean.first.clock = clock;
        return bean;
    }
}
