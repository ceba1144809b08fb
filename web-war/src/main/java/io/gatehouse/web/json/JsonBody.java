package io.gatehouse.web.json;

import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
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
 * A request's JSON object, as a request record takes its fields out of it. Fields that nobody takes are ignored. A fault
 * does not end the reading: ask for every field, then call {@link #refuseFaults()}, which reports all of them together.
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

    /** @throws ProblemException if the bytes are no JSON object */
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

    /** A text that must be there and not be blank. */
    public String text(String name, int maxLength) {
        String text = anyText(name, maxLength);
        if (text.isBlank() && members.get(name) instanceof String given && given.isBlank()) {
            fault(name, "must not be blank");
        }
        return text;
    }

    /** A text that must be there and may be blank. */
    public String anyText(String name, int maxLength) {
        String text = optionalText(name, maxLength);
        if (text == null && members.get(name) == null) {
            fault(name, members.containsKey(name) ? "must not be null" : "is missing");
        }
        return text == null ? "" : text;
    }

    /** A text that may be missing or null. */
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

    /** A truth value that must be there. */
    public boolean flag(String name) {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        fault(name, members.containsKey(name) ? "must be true or false" : "is missing");
        return false;
    }

    /** A truth value that may be missing or null. */
    public @Nullable Boolean optionalFlag(String name) {
        return members.get(name) == null ? null : flag(name);
    }

    /** An object whose members are all texts; none where it is missing or null. */
    public Map<String, String> optionalTextsByName(String name, int most, int maxLength) {
        Object value = members.get(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> given) || given.size() > most) {
            fault(name, "must be an object of at most " + most + " members");
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

    /** A whole number from 0 to the most; what is absent where it is missing or null. */
    public long optionalCount(String name, long most, long absent) {
        Object value = members.get(name);
        if (value == null) {
            return absent;
        }
        OptionalLong count = value instanceof NumberText number ? number.countUpTo(most) : OptionalLong.empty();
        if (count.isPresent()) {
            return count.getAsLong();
        }
        fault(name, "must be a whole number from 0 to " + most);
        return absent;
    }

    /** Texts of an array, none of them blank; none where the array is missing or null. */
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

    /** A time of RFC 3339, to the microsecond. */
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

    /** The same of an array that must be there. */
    public <T> List<T> objects(String name, int maxItems, Function<JsonBody, T> read) {
        if (members.get(name) == null) {
            fault(name, members.containsKey(name) ? "must not be null" : "is missing");
        }
        return optionalObjects(name, maxItems, read);
    }

    /** Objects of an array, each read by its own function; none where the array is missing or null. */
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
            String place = JsonPointers.child(array, i);
            if (items.get(i) instanceof Map<?, ?> item) {
                results.add(read.apply(new JsonBody(item, place, faults)));
            } else {
                faults.add(new Problem.Fault(place, "must be an object"));
            }
        }
        return results;
    }

    /** Whether there is a field of that name, and it is not null. */
    public boolean holds(String name) {
        return members.get(name) != null;
    }

    /** Reports a fault that only the request knows to be one. */
    public void fault(String name, String message) {
        faults.add(new Problem.Fault(name.isEmpty() ? pointer : JsonPointers.child(pointer, name), message));
    }

    /** @throws ProblemException with all faults, if any field was at fault */
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
