package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Builds the views of connections, without their secrets. */
@Dependent
public class ConnectionViews {

    private final String publicUrl;
    private final SettingsVault vault;

    @Inject
    public ConnectionViews(Settings settings, SettingsVault vault) {
        this.vault = vault;
        this.publicUrl = settings.publicUrl();
    }

    ConnectionView of(Connection connection) {
        Platform platform = connection.platform();
        return new ConnectionView(
                connection.id(),
                connection.organizationId(),
                platform.wireName(),
                connection.templateAgentId(),
                connection.name(),
                connection.language(),
                connection.apiBaseUrl(),
                platform == Platform.MATRIX ? null : webhookUrl(connection),
                connection.isEnabled(),
                vault.isLost(connection),
                ConnectionSettings.read(connection.publicSettings()),
                connection.createdAt());
    }

    String webhookUrl(Connection connection) {
        return publicUrl + "/api/webhooks/" + connection.platform().wireName() + "/" + connection.id();
    }
}
