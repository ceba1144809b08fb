package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.platform.Platform;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its decrypted secrets, for the clients and readers of its platform.
 *
 * @param organizationId whose template it serves, and whose administrators set its secrets
 * @param apiBaseUrl null for the platform's own
 */
public record OpenConnection(
        UUID id,
        UUID organizationId,
        Platform platform,
        UUID templateAgentId,
        String language,
        @Nullable String apiBaseUrl,
        boolean enabled,
        String webhookUrl,
        ConnectionSettings settings) {

    public String setting(SettingField field) {
        return settings.get(field);
    }

    public String apiBaseUrl(String platformDefault) {
        return apiBaseUrl == null ? platformDefault : apiBaseUrl;
    }

    @Override
    public String toString() {
        return "OpenConnection[" + id + ", " + platform + "]";
    }
}
