package io.gatehouse.registry.tenant.organization;

import io.gatehouse.testkit.TestDatabase;

/** The organization store, wired as in the container. */
public final class TestOrganizations {

    private TestOrganizations() {}

    public static OrganizationStore over(TestDatabase database) {
        return new OrganizationStore(database.entityManager());
    }
}
