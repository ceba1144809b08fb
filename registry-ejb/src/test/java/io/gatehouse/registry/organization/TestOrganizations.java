package io.gatehouse.registry.organization;

import io.gatehouse.testkit.TestDatabase;

/** The store as the container would put it together. */
public final class TestOrganizations {

    private TestOrganizations() {}

    public static OrganizationStore over(TestDatabase database) {
        return new OrganizationStore(database.entityManager());
    }
}
