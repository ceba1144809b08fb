package io.gatehouse.contract.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * The chat channels of a deployment. An administrator of an organization reaches the connections of its templates;
 * those of others are treated as unknown.
 */
public interface Connections {

    ConnectionResult create(Administrator administrator, NewConnection wanted);

    /** Newest first. */
    Page<ConnectionView> list(Administrator administrator, PageRequest page);

    Optional<ConnectionView> find(Administrator administrator, UUID id);

    ConnectionResult change(Administrator administrator, UUID id, ConnectionChange change);

    /**
     * Checks the connection at the platform; blocks until the platform answers. Empty if the connection does not exist.
     */
    Optional<ConnectionCheck> check(Administrator administrator, UUID id);

    /** Deletes the connection and its unprocessed and unsent messages. Returns false if it does not exist. */
    boolean remove(Administrator administrator, UUID id);
}
