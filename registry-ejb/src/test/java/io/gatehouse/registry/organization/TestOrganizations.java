package io.gatehouse.registry.organization;

import io.gatehouse.testkit.TestDatabase;

/** The store as the container would put it together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestOrganizations {

    private TestOrganizations() {}

    public static OrganizationStore over(TestDatabase database) {
        OrganizationStore store = new OrganizationStore();
        store.entities = database.entityManager();
        return store;
    }
}
