package io.gatehouse.contract.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a connection; null or absent values stay as they are.
 *
 * @param settings settings with a new value, for example a rotated secret
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
