package io.gatehouse.dev.sample;

import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A publisher, its template agent, and the blueprint items that it brings, as a JSON resource says. */
record SeedDocument(
        String slug, String publisher, String agent, String description, String settings, List<Item> items) {

    SeedDocument {
        items = List.copyOf(items);
    }

    record Item(ItemKind kind, String slug, String name, String definition) {

        private static Item from(JsonObject json) {
            return new Item(
                    ItemKind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                    json.getString("slug"),
                    json.getString("name"),
                    json.getJsonObject("definition").toString());
        }
    }

    static SeedDocument read(String resource) {
        try (InputStream stream = SeedDocument.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return from(JsonObjects.read(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeedDocument from(JsonObject json) {
        JsonObject organization = json.getJsonObject("organization");
        JsonObject agent = json.getJsonObject("agent");
        return new SeedDocument(
                organization.getString("slug"),
                organization.getString("name"),
                agent.getString("name"),
                agent.getString("description"),
                agent.getJsonObject("settings").toString(),
                json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(Item::from)
                        .toList());
    }
}
