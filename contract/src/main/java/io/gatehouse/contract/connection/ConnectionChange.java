package io.gatehouse.contract.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a connection; what is null or not there stays.
 *
 * @param settings those that get another value, as when a secret is rotated
 */
public record ConnectionChange(
        @Nullable String name,
        @Nullable String language,
        @Nullable String apiBaseUrl,
        @Nullable Boolean enabled,
        Map<String, String> settings) {

    public ConnectionChange {
        settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
        return "ConnectionChange[" + name + ", " + enabled + ", " + settings.keySet() + "]";
    }
}
