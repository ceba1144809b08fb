package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A chat channel, without its secrets. */
@Schema(name = "Connection", description = "For secrets, the last four characters")
record ConnectionAnswer(
        UUID id,
        UUID organizationId,
        String platform,
        UUID templateAgentId,
        String name,
        String language,

        @Schema(description = "Missing for the platform's own") @Nullable String apiBaseUrl,

        @Schema(description = "The URL to which the platform must deliver; missing for matrix") @Nullable String webhookUrl,

        boolean enabled,

        @Schema(description = "Whether its secrets are lost with an encryption key, and all of them must be set again")
        boolean broken,

        Map<String, String> settings,

        Instant createdAt) {

    static ConnectionAnswer from(ConnectionView view) {
        return new ConnectionAnswer(
                view.id(),
                view.organizationId(),
                view.platform(),
                view.templateAgentId(),
                view.name(),
                view.language(),
                view.apiBaseUrl(),
                view.webhookUrl(),
                view.enabled(),
                view.broken(),
                view.settings(),
                view.createdAt());
    }

    /** A page of chat channels. */
    @Schema(name = "Connections")
    record Listing(
            List<ConnectionAnswer> connections, @Nullable String nextCursor) {

        static Listing from(Page<ConnectionView> page) {
            return new Listing(page.items().stream().map(ConnectionAnswer::from).toList(), page.nextCursor());
        }
    }
}
