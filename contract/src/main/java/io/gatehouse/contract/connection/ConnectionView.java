package io.gatehouse.contract.connection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it may be shown.
 *
 * @param apiBaseUrl null where it is the platform's own
 * @param webhookUrl where the platform delivers to; null for Matrix, whose homeserver knows another way
 * @param broken whether its secrets were sealed with an encryption key that is gone: it works again once all are set anew
 * @param settings by name; of a secret, its last four characters
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
