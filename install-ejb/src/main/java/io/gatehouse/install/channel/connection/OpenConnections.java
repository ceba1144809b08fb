package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.ReadThroughCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Connections with their decrypted secrets, cached for one second: every delivery needs one of a few connections. A
 * change on this node evicts the connection at once.
 */
@ApplicationScoped
public class OpenConnections {

    private static final Logger LOG = Logger.getLogger(OpenConnections.class.getName());
    private static final int MAX_ENTRIES = 1_000;

    private SettingsVault vault;
    private ConnectionViews views;
    private ReadThroughCache<UUID, Optional<OpenConnection>> byId;
    private ReadThroughCache<Platform, List<OpenConnection>> enabled;

    /** Connections whose failed decryption was logged. They are requested again and again, but logged once. */
    private final Set<UUID> reported = ConcurrentHashMap.newKeySet();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OpenConnections() {}

    @Inject
    public OpenConnections(
            ConnectionStore connections, NewTransaction transaction, SettingsVault vault, ConnectionViews views) {
        this.vault = vault;
        this.views = views;
        this.byId = new ReadThroughCache<>(
                transaction, id -> connections.get(id).map(this::open), Optional::isPresent, MAX_ENTRIES);
        this.enabled = new ReadThroughCache<>(
                transaction, platform -> openable(connections.enabled(platform)), any -> true, MAX_ENTRIES);
    }

    /**
     * Returns the connection; empty if it does not exist. Must be called outside of transactions.
     *
     * @throws UnsealException if its secrets cannot be decrypted; this is logged once
     */
    public Optional<OpenConnection> find(UUID id) {
        return byId.get(id);
    }

    /** As {@link #find}, to be called inside a transaction. */
    public Optional<OpenConnection> findInside(UUID id) {
        return byId.getInside(id);
    }

    /** Returns the enabled connections of a platform. Must be called inside a transaction. */
    public List<OpenConnection> enabledInside(Platform platform) {
        return enabled.getInside(platform);
    }

    void evict(UUID id) {
        reported.remove(id);
        byId.evict(id);
        enabled.evictAll();
    }

    /** Skips connections that cannot be decrypted, so that they do not affect the others. */
    private List<OpenConnection> openable(List<Connection> connections) {
        return connections.stream().flatMap(it -> openIfPossible(it).stream()).toList();
    }

    private Optional<OpenConnection> openIfPossible(Connection connection) {
        try {
            return Optional.of(open(connection));
        } catch (UnsealException e) {
            return Optional.empty(); // already logged
        }
    }

    private OpenConnection open(Connection connection) {
        ConnectionSettings settings = settings(connection);
        return new OpenConnection(
                connection.id(),
                connection.organizationId(),
                connection.platform(),
                connection.templateAgentId(),
                connection.language(),
                connection.apiBaseUrl(),
                connection.isEnabled(),
                views.webhookUrl(connection),
                settings);
    }

    private ConnectionSettings settings(Connection connection) {
        try {
            ConnectionSettings settings = vault.open(connection);
            reported.remove(connection.id());
            return settings;
        } catch (UnsealException e) {
            if (reported.add(connection.id())) {
                LOG.log(
                        Level.WARNING,
                        "Connection {0} does not work until its secrets are set anew: {1}",
                        new Object[] {connection.id(), e.getMessage()});
            }
            throw e;
        }
    }
}
