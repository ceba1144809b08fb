package io.gatehouse.install.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.Page;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the connections that an administrator may access. Joins the caller's transaction or begins one. */
@ApplicationScoped
public class ConnectionQueries {

    private ConnectionStore connections;
    private ConnectionViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ConnectionQueries() {}

    @Inject
    public ConnectionQueries(ConnectionStore connections, ConnectionViews views) {
        this.connections = connections;
        this.views = views;
    }

    @RetriedTransaction
    public Page<ConnectionView> list(Administrator by, @Nullable UUID before, int limit) {
        List<Connection> oneMore = connections.list(ConnectionService.scope(by), before, limit + 1);
        return Page.of(oneMore, limit, connection -> Cursor.of(connection.id())).map(views::of);
    }

    @RetriedTransaction
    public Optional<ConnectionView> find(Administrator by, UUID id) {
        return connections.find(ConnectionService.scope(by), id).map(views::of);
    }
}
