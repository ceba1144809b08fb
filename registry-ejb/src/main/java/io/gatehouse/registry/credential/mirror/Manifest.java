package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Names the shards of the current mirror. Written after them, so that a reader switches from one complete mirror to the
 * next.
 *
 * @param sequence increases with each mirror
 * @param slot one of two sets of shards
 * @param shards the number of shards
 */
record Manifest(long sequence, Slot slot, int shards, Instant writtenAt) {

    /** While one slot is read, the other is written. */
    enum Slot {
        A,
        B;

        Slot other() {
            return this == A ? B : A;
        }
    }

    String toText() {
        return JsonObjects.builder()
                .add("sequence", sequence)
                .add("slot", slot.name())
                .add("shards", shards)
                .add("written_at", writtenAt.toString())
                .build()
                .toString();
    }

    /** @throws ImplausibleMirrorException if the text is not a manifest */
    static Manifest from(String text) {
        try {
            JsonObject manifest = JsonObjects.read(text);
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
