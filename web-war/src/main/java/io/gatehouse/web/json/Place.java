package io.gatehouse.web.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a JSON text. Its pointer is only written out if there is something to say about it: under a long
 * name, the pointers of all values take the length of the name times their number.
 */
final class Place {

    static final Place ROOT = new Place(null, "", 0);

    private final @Nullable Place parent;
    /** Null for an item of an array. */
    private final @Nullable String name;

    private final int index;

    private Place(@Nullable Place parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    Place member(String name) {
        return new Place(this, name, 0);
    }

    Place item(int index) {
        return new Place(this, null, index);
    }

    /** The JSON pointer (RFC 6901). */
    String pointer() {
        if (parent == null) {
            return "";
        }
        return name == null
                ? JsonPointers.child(parent.pointer(), index)
                : JsonPointers.child(parent.pointer(), name);
    }
}
