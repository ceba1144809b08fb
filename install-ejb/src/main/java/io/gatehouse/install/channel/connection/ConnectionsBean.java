package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.connection.Connections;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Administration of connections. */
@ApplicationScoped
public class ConnectionsBean implements Connections {

    private static final ConnectionCheck SECRETS_LOST = new ConnectionCheck(List.of(new ConnectionCheck.Finding(
            "secrets",
            false,
            "They do not open, as their encryption key is gone or they were altered: set all secrets of this connection"
                    + " anew.")));

    private ConnectionService service;
    private OpenConnections open;
    private ConnectionProbe probe;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ConnectionsBean() {}

    @Inject
    public ConnectionsBean(ConnectionService service, OpenConnections open, ConnectionProbe probe) {
        this.service = service;
        this.open = open;
        this.probe = probe;
    }

    @Override
    public ConnectionResult create(Administrator administrator, NewConnection wanted) {
        return service.create(administrator, wanted);
    }

    @Override
    public Page<ConnectionView> list(Administrator administrator, PageRequest page) {
        return service.list(administrator, page.idCursor(), page.limit());
    }

    @Override
    public Optional<ConnectionView> find(Administrator administrator, UUID id) {
        return service.find(administrator, id);
    }

    @Override
    public ConnectionResult change(Administrator administrator, UUID id, ConnectionChange change) {
        ConnectionResult result = service.change(administrator, id, change);
        open.evict(id);
        return result;
    }

    /** The platform is called outside of any transaction. */
    @Override
    public Optional<ConnectionCheck> check(Administrator administrator, UUID id) {
        Optional<ConnectionView> found = find(administrator, id);
        return found.filter(ConnectionView::broken).isPresent()
                ? Optional.of(SECRETS_LOST)
                : found.flatMap(view -> open.find(view.id())).map(probe::ask);
    }

    @Override
    public boolean remove(Administrator administrator, UUID id) {
        boolean removed = service.remove(administrator, id);
        open.evict(id);
        return removed;
    }
}
