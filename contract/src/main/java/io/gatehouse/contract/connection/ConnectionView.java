package io.gatehouse.contract.connection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection without its secrets.
 *
 * @param apiBaseUrl null for the platform's default
 * @param webhookUrl where the platform delivers; null for Matrix, which needs no webhook
 * @param broken whether its secrets were sealed with a lost encryption key; it works again once all are set anew
 * @param settings by name; for a secret its last four characters
 */
public record ConnectionView(
        UUID id,
        UUID organizationId,
        String platform,
        UUID templateAgentId,
        String name,
        String language,
        @Nullable String apiBaseUrl,
        @Nullable String webhookUrl,
        boolean enabled,
        boolean broken,
        Map<String, String> settings,
        Instant createdAt) {

    public ConnectionView {
        settings = Map.copyOf(settings);
    }
}
