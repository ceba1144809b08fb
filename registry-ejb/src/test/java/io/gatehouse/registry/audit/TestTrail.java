package io.gatehouse.registry.audit;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.TestDatabase;
import java.time.InstantSource;

/** The trail as the container would put it together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestTrail {

    private TestTrail() {}

    public static AuditTrailBean over(TestDatabase database, InstantSource clock) {
        AuditTrailBean trail = new AuditTrailBean();
        trail.ids = new Ids();
        trail.clock = clock;
        trail.store = new AuditStore();
        trail.store.entities = database.entityManager();
        return trail;
    }
}
