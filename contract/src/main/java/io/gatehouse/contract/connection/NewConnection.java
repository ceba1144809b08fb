package io.gatehouse.contract.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is wanted.
 *
 * @param platform as on the wire, as in {@code whatsapp}
 * @param template the id of the template agent that it serves, or the slug of the organization that publishes it
 * @param language of replies to people whose platform does not say theirs; null for English
 * @param apiBaseUrl where the platform's API is; null for the platform's own
 * @param settings what the platform needs, by name, secrets among it
 */
public record NewConnection(
        String platform,
        String template,
        String name,
        @Nullable String language,
        @Nullable String apiBaseUrl,
        Map<String, String> settings) {

    public NewConnection {
        settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
        return "NewConnection[" + platform + ", " + name + "]";
    }
}
