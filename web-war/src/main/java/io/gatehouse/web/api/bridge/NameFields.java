package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.web.edge.json.JsonBody;
import org.jspecify.annotations.Nullable;

/** Body fields that name an agent or a registration. */
final class NameFields {

    private static final int MAX_LENGTH = 255;
    private static final int MAX_DISPLAY_NAME_LENGTH = 200;
    private static final long MISSING = -1;

    private NameFields() {}

    /** An alias or a host's name. */
    static String part(JsonBody body, String field) {
        String part = body.text(field, MAX_LENGTH);
        if (!part.isBlank() && !AgentName.isPart(part)) {
            body.fault(field, "must be [a-z0-9][a-z0-9._-]*, at most 200 characters");
        }
        return part;
    }

    /** The generation of a registration; null if missing. */
    static @Nullable Long generation(JsonBody body) {
        long generation = body.optionalCount("generation", Long.MAX_VALUE, MISSING);
        return generation == MISSING ? null : generation;
    }

    /** Null if missing. The length is checked in UTF-16 units, as both databases count. */
    static @Nullable String displayName(JsonBody body) {
        String name = body.optionalText("display_name", MAX_DISPLAY_NAME_LENGTH);
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.length() > MAX_DISPLAY_NAME_LENGTH) {
            body.fault("display_name", "must be at most " + MAX_DISPLAY_NAME_LENGTH + " UTF-16 units");
        }
        return name;
    }
}
