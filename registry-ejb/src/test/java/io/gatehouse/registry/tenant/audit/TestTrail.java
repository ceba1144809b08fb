package io.gatehouse.registry.tenant.audit;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;

/** The audit trail, wired as in the container. */
public final class TestTrail {

    private TestTrail() {}

    public static AuditTrailBean over(TestDatabase database, InstantSource clock) {
        return new AuditTrailBean(new AuditStore(database.entityManager()), new Ids(), clock);
    }
}
