package io.gatehouse.web.edge.json;

import jakarta.json.Json;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON. Members are named after the components, or by {@link JsonbProperty}; nulls are omitted; map
 * keys are sorted; times are RFC 3339 in UTC.
 */
public final class JsonText {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return membersOf(type);
        }
    };

    private record Member(String name, Method accessor) {}

    private JsonText() {}

    public static byte[] of(Record value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        write(out, value);
        return out.toByteArray();
    }

    static void write(OutputStream out, Record value) {
        try (JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8)) {
            json.writeStartObject();
            members(json, value);
            json.writeEnd();
        }
    }

    private static void members(JsonGenerator json, Record value) {
        for (Member member : MEMBERS.get(value.getClass())) {
            Object component = read(member, value);
            if (component != null) {
                json.writeKey(member.name());
                value(json, component);
            }
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record part) {
            json.writeStartObject();
            members(json, part);
            json.writeEnd();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            items.forEach(item -> value(json, item));
            json.writeEnd();
        } else if (value instanceof Map<?, ?> entries) {
            json.writeStartObject();
            new TreeMap<>(entries).forEach((key, entry) -> {
                json.writeKey(key.toString());
                value(json, entry);
            });
            json.writeEnd();
        } else if (value instanceof Boolean flag) {
            json.write(flag);
        } else if (value instanceof Number number) {
            json.write(new BigDecimal(number.toString()));
        } else if (value instanceof String || value instanceof UUID || value instanceof Instant) {
            json.write(value.toString());
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static @Nullable Object read(Member member, Record value) {
        try {
            return member.accessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record cannot be read: " + value.getClass(), e);
        }
    }

    private static List<Member> membersOf(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            JsonbProperty name = accessor.getAnnotation(JsonbProperty.class);
            members.add(new Member(name == null ? component.getName() : name.value(), accessor));
        }
        return List.copyOf(members);
    }
}
