package io.gatehouse.web.bridge;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.web.json.JsonBody;
import org.jspecify.annotations.Nullable;

/** Fields that hold names. */
final class NameFields {

    private static final int LONGEST = 255;
    private static final int LONGEST_DISPLAY_NAME = 200;

    private NameFields() {}

    /** An alias or a host's name. */
    static String part(JsonBody body, String field) {
        String part = body.text(field, LONGEST);
        if (!part.isBlank() && !AgentName.isPart(part)) {
            body.fault(field, "must be [a-z0-9][a-z0-9._-]*, at most 200 characters");
        }
        return part;
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
