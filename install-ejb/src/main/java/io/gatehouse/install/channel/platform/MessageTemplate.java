package io.gatehouse.install.channel.platform;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * A message template that the platform has approved, with its parameters.
 *
 * @param language in the platform's notation, as in {@code en_US}
 * @param parameters of its body, in order
 */
public record MessageTemplate(String name, String language, List<String> parameters) {

    /** WhatsApp accepts no line breaks, tabs or repeated spaces in a parameter. */
    public MessageTemplate {
        parameters = parameters.stream()
                .map(it -> it.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .toList();
    }

    public String toJson() {
        JsonArrayBuilder values = JsonObjects.arrayBuilder();
        parameters.forEach(values::add);
        return JsonObjects.builder()
                .add("name", name)
                .add("language", language)
                .add("parameters", values)
                .build()
                .toString();
    }

    public static MessageTemplate fromJson(String text) {
        JsonObject json = JsonObjects.read(text);
        return new MessageTemplate(
                json.getString("name"),
                json.getString("language"),
                json.getJsonArray("parameters").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList());
    }
}
