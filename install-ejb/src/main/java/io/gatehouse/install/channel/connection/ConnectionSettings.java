package io.gatehouse.install.channel.connection;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of a connection, including its secrets. */
public final class ConnectionSettings {

    private static final int SHOWN_CHARACTERS = 4;
    /** In characters. Four characters of a shorter secret would reveal too much of it. */
    private static final int MIN_LENGTH_SHOWN = 16;

    private final Map<String, String> values;

    ConnectionSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Returns a setting that is required for the platform.
     *
     * @throws IllegalStateException if it is not set
     */
    public String get(SettingField field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field + " is not set"));
    }

    public Optional<String> find(SettingField field) {
        return Optional.ofNullable(values.get(field.wireName()));
    }

    /** Returns all settings in the form that is sealed. */
    String toJson() {
        return json(values);
    }

    static ConnectionSettings fromJson(String json) {
        return new ConnectionSettings(read(json));
    }

    /** @param shown the JSON of {@link #shown()} */
    static ConnectionSettings withoutSecrets(String shown) {
        Map<String, String> values = read(shown);
        for (SettingField field : SettingField.values()) {
            if (field.isSecret()) {
                values.remove(field.wireName());
            }
        }
        return new ConnectionSettings(values);
    }

    /** Returns these settings, overwritten and extended by others. */
    Map<String, String> with(Map<String, String> others) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(others);
        return merged;
    }

    /** Returns the settings for display: of a secret its last four characters, of a short secret nothing. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (SettingField field : SettingField.values()) {
            String value = values.get(field.wireName());
            // Two platforms have a field of the same name. Both are secret, so the one is shown like the other.
            if (value != null) {
                shown.put(field.wireName(), field.isSecret() ? lastFour(value) : value);
            }
        }
        return shown;
    }

    static String json(Map<String, String> values) {
        JsonObjectBuilder json = JsonObjects.builder();
        values.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> read(String json) {
        JsonObject object = JsonObjects.read(json);
        Map<String, String> values = new LinkedHashMap<>();
        object.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        return values;
    }

    private static String lastFour(String secret) {
        return secret.length() < MIN_LENGTH_SHOWN ? "…" : "…" + secret.substring(secret.length() - SHOWN_CHARACTERS);
    }

    @Override
    public String toString() {
        return "ConnectionSettings" + values.keySet();
    }
}
