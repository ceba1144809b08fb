package io.gatehouse.install.connection;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of a connection, secrets among them. */
public final class ConnectionSettings {

    private static final int SHOWN = 4;
    /** Of a secret that is shorter, four characters would say too much. */
    private static final int SHORTEST_SHOWN = 16;

    private final Map<String, String> values;

    ConnectionSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A setting that every connection of its platform has. */
    public String get(SettingField field) {
        return find(field).orElseThrow(() -> new IllegalStateException("no " + field + " is set"));
    }

    public Optional<String> find(SettingField field) {
        return Optional.ofNullable(values.get(field.wireName()));
    }

    /** All of them in the one form that is sealed. */
    String toJson() {
        return json(values);
    }

    static ConnectionSettings fromJson(String json) {
        return new ConnectionSettings(read(json));
    }

    /** @param shown as {@link #shown()} made it */
    static ConnectionSettings withoutSecrets(String shown) {
        Map<String, String> values = read(shown);
        for (SettingField field : SettingField.values()) {
            if (field.isSecret()) {
                values.remove(field.wireName());
            }
        }
        return new ConnectionSettings(values);
    }

    /** These with others in place of those of the same name. */
    Map<String, String> with(Map<String, String> others) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(others);
        return merged;
    }

    /** What may be shown: of a secret its end, and of a short one nothing. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (SettingField field : SettingField.values()) {
            String value = values.get(field.wireName());
            // Two platforms name a field alike, and both are secret.
            if (value != null) {
                shown.put(field.wireName(), field.isSecret() ? lastFour(value) : value);
            }
        }
        return shown;
    }

    static String json(Map<String, String> values) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            object.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
            return values;
        }
    }

    private static String lastFour(String secret) {
        return secret.length() < SHORTEST_SHOWN ? "…" : "…" + secret.substring(secret.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "ConnectionSettings" + values.keySet();
    }
}
