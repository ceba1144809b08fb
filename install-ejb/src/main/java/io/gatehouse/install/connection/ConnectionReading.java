package io.gatehouse.install.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.page.Page;
import io.gatehouse.domain.connection.Connection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators see of their connections, inside the caller's transaction. */
@Dependent
public class ConnectionReading {

    private final ConnectionStore connections;
    private final ConnectionViews views;

    @Inject
    public ConnectionReading(ConnectionStore connections, ConnectionViews views) {
        this.connections = connections;
        this.views = views;
    }

    Page<ConnectionView> list(Administrator by, @Nullable UUID before, int limit) {
        List<Connection> found = connections.list(ConnectionService.scope(by), before, limit + 1);
        List<ConnectionView> items = found.stream().limit(limit).map(views::of).toList();
        return new Page<>(
                items, found.size() > limit ? items.get(items.size() - 1).id().toString() : null);
    }

    Optional<ConnectionView> find(Administrator by, UUID id) {
        return connections.find(ConnectionService.scope(by), id).map(views::of);
    }
}
