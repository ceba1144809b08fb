package io.gatehouse.registry.mirror;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Which shards are the mirror. Written after them, so that it changes from one whole mirror to the next.
 *
 * @param sequence rises with each mirror
 * @param slot which of two sets of shards
 * @param shards how many
 */
record Manifest(long sequence, Slot slot, int shards, Instant writtenAt) {

    /** While one is read, the other is written. */
    enum Slot {
        A,
        B;

        Slot other() {
            return this == A ? B : A;
        }
    }

    String toText() {
        return Json.createObjectBuilder()
                .add("sequence", sequence)
                .add("slot", slot.name())
                .add("shards", shards)
                .add("written_at", writtenAt.toString())
                .build()
                .toString();
    }

    /** @throws ImplausibleMirrorException if it is no such text */
    static Manifest from(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject manifest = reader.readObject();
            return new Manifest(
                    manifest.getJsonNumber("sequence").longValueExact(),
                    Slot.valueOf(manifest.getString("slot")),
                    manifest.getInt("shards"),
                    Instant.parse(manifest.getString("written_at")));
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new ImplausibleMirrorException("the mirror's manifest cannot be read", e);
        }
    }
}
