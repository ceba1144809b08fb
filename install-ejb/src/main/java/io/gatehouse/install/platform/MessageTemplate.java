package io.gatehouse.install.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/**
 * A message template that the platform has approved, with its parameters.
 *
 * @param language in the platform's notation, as in {@code en_US}
 * @param parameters of its body, in order
 */
public record MessageTemplate(String name, String language, List<String> parameters) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** WhatsApp accepts no line breaks, tabs or repeated spaces in a parameter. */
    public MessageTemplate {
        parameters = parameters.stream()
                .map(it -> it.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .toList();
    }

    public String toJson() {
        JsonArrayBuilder values = JSON.createArrayBuilder();
        parameters.forEach(values::add);
        return JSON.createObjectBuilder()
                .add("name", name)
                .add("language", language)
                .add("parameters", values)
                .build()
                .toString();
    }

    public static MessageTemplate fromJson(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new MessageTemplate(
                    json.getString("name"),
                    json.getString("language"),
                    json.getJsonArray("parameters").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList());
        }
    }
}
