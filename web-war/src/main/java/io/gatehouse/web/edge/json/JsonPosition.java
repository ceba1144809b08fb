package io.gatehouse.web.edge.json;

import org.jspecify.annotations.Nullable;

/**
 * The position of a value in a JSON text. Its pointer is built only when a fault is reported: building one for every
 * value under a long name would take memory proportional to the length of the name times the number of values.
 */
final class JsonPosition {

    static final JsonPosition ROOT = new JsonPosition(null, "", 0);

    private final @Nullable JsonPosition parent;
    /** Null for an array item. */
    private final @Nullable String name;

    private final int index;

    private JsonPosition(@Nullable JsonPosition parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    JsonPosition member(String name) {
        return new JsonPosition(this, name, 0);
    }

    JsonPosition item(int index) {
        return new JsonPosition(this, null, index);
    }

    /** The position as a JSON pointer (RFC 6901). */
    String pointer() {
        if (parent == null) {
            return "";
        }
        return name == null ? JsonPointers.child(parent.pointer(), index) : JsonPointers.child(parent.pointer(), name);
    }
}
