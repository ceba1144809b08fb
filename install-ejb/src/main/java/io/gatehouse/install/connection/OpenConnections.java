package io.gatehouse.install.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.domain.account.Platform;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.install.transaction.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Connections with their secrets, remembered for a second: whatever comes in asks for one of a few. They are read in a
 * transaction of their own, so that only what was committed is remembered. One that was changed on this node is forgotten
 * at once.
 */
@ApplicationScoped
public class OpenConnections {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Cache<UUID, OpenConnection> open =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
    private final Cache<Platform, List<OpenConnection>> enabled =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private ConnectionStore connections;
    private NewTransaction transaction;
    private SettingsVault vault;
    private ConnectionViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OpenConnections() {}

    @Inject
    public OpenConnections(
            ConnectionStore connections, NewTransaction transaction, SettingsVault vault, ConnectionViews views) {
        this.connections = connections;
        this.transaction = transaction;
        this.vault = vault;
        this.views = views;
    }

    /** Empty where there is none of that id. */
    public Optional<OpenConnection> find(UUID id) {
        return Optional.ofNullable(open.get(id, any -> transaction
                .call(() -> connections.get(id))
                .map(this::open)
                .orElse(null)));
    }

    /** Those of a platform that are on. */
    public List<OpenConnection> enabled(Platform platform) {
        return enabled.get(platform, any -> transaction.call(() -> connections.enabled(platform)).stream()
                .map(this::open)
                .toList());
    }

    void forget(UUID id) {
        open.invalidate(id);
        enabled.invalidateAll();
    }

    private OpenConnection open(Connection connection) {
        return new OpenConnection(
                connection.id(),
                connection.platform(),
                connection.templateAgentId(),
                connection.language(),
                connection.apiBaseUrl(),
                connection.isEnabled(),
                views.webhookUrl(connection),
                vault.open(connection));
    }
}
