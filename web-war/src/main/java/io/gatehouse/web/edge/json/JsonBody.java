package io.gatehouse.web.edge.json;

import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON object, from which a request record reads its fields. Unknown fields are ignored. A fault does not
 * stop the reading: read every field, then call {@link #refuseFaults()}, which reports all faults together.
 */
public final class JsonBody {

    private static final int MAX_FAULTS = 20;
    private static final UUID NO_UUID = new UUID(0, 0);

    private final Map<?, ?> members;
    private final String pointer;
    private final List<Problem.Fault> faults;

    private JsonBody(Map<?, ?> members, String pointer, List<Problem.Fault> faults) {
        this.members = members;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** @throws ProblemException if the bytes are not a JSON object */
    public static JsonBody parse(byte[] json) {
        Object value;
        try {
            value = StrictParser.parse(json);
        } catch (MalformedJsonException e) {
            throw refusal(List.of(new Problem.Fault(e.pointer(), String.valueOf(e.getMessage()))));
        }
        if (value instanceof Map<?, ?> members) {
            return new JsonBody(members, "", new ArrayList<>());
        }
        throw refusal(List.of(new Problem.Fault("", "must be an object")));
    }

    /** A required text that is not blank. */
    public String text(String name, int maxLength) {
        String text = anyText(name, maxLength);
        if (text.isBlank() && members.get(name) instanceof String given && given.isBlank()) {
            fault(name, "must not be blank");
        }
        return text;
    }

    /** A required text that may be blank. */
    public String anyText(String name, int maxLength) {
        String text = optionalText(name, maxLength);
        if (text == null && members.get(name) == null) {
            fault(name, members.containsKey(name) ? "must not be null" : "is missing");
        }
        return text == null ? "" : text;
    }

    /** A text, or null if it is missing or null. */
    public @Nullable String optionalText(String name, int maxLength) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            fault(name, "must be a string");
            return null;
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            fault(name, "must be at most " + maxLength + " characters");
            return null;
        }
        return text;
    }

    /** A required boolean. */
    public boolean flag(String name) {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        fault(name, members.containsKey(name) ? "must be true or false" : "is missing");
        return false;
    }

    /** A boolean, or null if it is missing or null. */
    public @Nullable Boolean optionalFlag(String name) {
        return members.get(name) == null ? null : flag(name);
    }

    /** An object whose members are all texts; empty if it is missing or null. */
    public Map<String, String> optionalTextsByName(String name, int max, int maxLength) {
        Object value = members.get(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> given) || given.size() > max) {
            fault(name, "must be an object of at most " + max + " members");
            return Map.of();
        }
        JsonBody object = new JsonBody(given, JsonPointers.child(pointer, name), faults);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object key : given.keySet()) {
            String text = object.optionalText(String.valueOf(key), maxLength);
            if (text != null) {
                texts.put(String.valueOf(key), text);
            }
        }
        return texts;
    }

    /** An integer from 0 to {@code max}; {@code absent} if it is missing or null. */
    public long optionalCount(String name, long max, long absent) {
        Object value = members.get(name);
        if (value == null) {
            return absent;
        }
        OptionalLong count = value instanceof NumberText number ? number.countUpTo(max) : OptionalLong.empty();
        if (count.isPresent()) {
            return count.getAsLong();
        }
        fault(name, "must be a whole number from 0 to " + max);
        return absent;
    }

    /** An array of texts that are not blank; empty if it is missing or null. */
    public List<String> optionalTexts(String name, int maxItems, int maxLength) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items) || items.size() > maxItems) {
            fault(name, "must be an array of at most " + maxItems + " items");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        String array = JsonPointers.child(pointer, name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof String text && !text.isBlank() && text.length() <= maxLength) {
                texts.add(text);
            } else {
                faults.add(new Problem.Fault(
                        JsonPointers.child(array, i), "must be a string of 1 to " + maxLength + " characters"));
            }
        }
        return texts;
    }

    /** An RFC 3339 time, to the microsecond. */
    public @Nullable Instant optionalTime(String name) {
        String text = optionalText(name, 40);
        if (text == null) {
            return null;
        }
        try {
            if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
                throw new DateTimeException("RFC 3339 has years of four digits");
            }
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            fault(name, "must be a time, as in 2030-01-31T12:00:00Z");
            return null;
        }
    }

    public @Nullable UUID optionalId(String name) {
        String text = optionalText(name, 36);
        if (text == null) {
            return null;
        }
        return Uuids.parse(text).orElseGet(() -> {
            fault(name, "must be a UUID");
            return NO_UUID;
        });
    }

    /** Reads a required array of objects. */
    public <T> List<T> objects(String name, int maxItems, Function<JsonBody, T> read) {
        if (members.get(name) == null) {
            fault(name, members.containsKey(name) ? "must not be null" : "is missing");
        }
        return optionalObjects(name, maxItems, read);
    }

    /** Reads an array of objects; empty if it is missing or null. */
    public <T> List<T> optionalObjects(String name, int maxItems, Function<JsonBody, T> read) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            fault(name, "must be an array");
            return List.of();
        }
        if (items.size() > maxItems) {
            fault(name, "must have at most " + maxItems + " items");
            return List.of();
        }
        List<T> results = new ArrayList<>();
        String array = JsonPointers.child(pointer, name);
        for (int i = 0; i < items.size(); i++) {
            String position = JsonPointers.child(array, i);
            if (items.get(i) instanceof Map<?, ?> item) {
                results.add(read.apply(new JsonBody(item, position, faults)));
            } else {
                faults.add(new Problem.Fault(position, "must be an object"));
            }
        }
        return results;
    }

    /** Whether the field is there and not null. */
    public boolean holds(String name) {
        return members.get(name) != null;
    }

    /** Adds a fault that only the request record can detect. */
    public void fault(String name, String message) {
        faults.add(new Problem.Fault(name.isEmpty() ? pointer : JsonPointers.child(pointer, name), message));
    }

    /** @throws ProblemException with all faults, if there are any */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw refusal(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
        }
    }

    private static ProblemException refusal(List<Problem.Fault> faults) {
        return new ProblemException(
                new Problem(ProblemType.INVALID_BODY, "The errors say what is wrong with the body.", faults, null));
    }
}
