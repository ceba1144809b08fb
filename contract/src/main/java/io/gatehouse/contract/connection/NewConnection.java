package io.gatehouse.contract.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to create.
 *
 * @param platform the wire name, such as {@code whatsapp}
 * @param template the id of the template agent that it serves, or the slug of the organization that publishes it
 * @param language of replies to people whose platform does not tell theirs; null for English
 * @param apiBaseUrl base address of the platform's API; null for the platform's default
 * @param settings the platform's settings by name, including secrets
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
