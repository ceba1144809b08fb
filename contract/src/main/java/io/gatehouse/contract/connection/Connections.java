package io.gatehouse.contract.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * The chat channels of a deployment. An administrator of an organization sees and changes those of its templates, and of
 * others nothing, not even that they are there.
 */
public interface Connections {

    ConnectionResult create(Administrator administrator, NewConnection wanted);

    /** Newest first. */
    Page<ConnectionView> list(Administrator administrator, PageRequest page);

    Optional<ConnectionView> find(Administrator administrator, UUID id);

    ConnectionResult change(Administrator administrator, UUID id, ConnectionChange change);

    /** Asks the platform whether the connection works; waits for its answer. Empty if there is no such connection. */
    Optional<ConnectionCheck> check(Administrator administrator, UUID id);

    /** Takes it away, with whatever waits to be worked off or sent. False if there is no such connection. */
    boolean remove(Administrator administrator, UUID id);
}
