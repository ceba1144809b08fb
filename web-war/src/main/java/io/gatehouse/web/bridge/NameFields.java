package io.gatehouse.web.bridge;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.web.json.JsonBody;
import org.jspecify.annotations.Nullable;

/** Fields that say which agent or registration is meant. */
final class NameFields {

    private static final int LONGEST = 255;
    private static final int LONGEST_DISPLAY_NAME = 200;
    private static final long MISSING = -1;

    private NameFields() {}

    /** An alias or a host's name. */
    static String part(JsonBody body, String field) {
        String part = body.text(field, LONGEST);
        if (!part.isBlank() && !AgentName.isPart(part)) {
            body.fault(field, "must be [a-z0-9][a-z0-9._-]*, at most 200 characters");
        }
        return part;
    }

    /** The number of a registration; null where it is missing. */
    static @Nullable Long generation(JsonBody body) {
        long generation = body.optionalCount("generation", Long.MAX_VALUE, MISSING);
        return generation == MISSING ? null : generation;
    }

    /** Null where it is missing; counted as both databases count. */
    static @Nullable String displayName(JsonBody body) {
        String name = body.optionalText("display_name", LONGEST_DISPLAY_NAME);
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.length() > LONGEST_DISPLAY_NAME) {
            body.fault("display_name", "must be at most " + LONGEST_DISPLAY_NAME + " UTF-16 units");
        }
        return name;
    }
}
