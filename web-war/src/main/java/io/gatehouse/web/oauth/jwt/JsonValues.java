package io.gatehouse.web.oauth.jwt;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts claim values to JSON-P, as MicroProfile JWT requires. */
final class JsonValues {

    private JsonValues() {}

    static JsonValue of(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(new BigDecimal(number.toString()));
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = JsonObjects.arrayBuilder();
            list.forEach(item -> array.add(of(item)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JsonObjects.builder();
            map.forEach((name, item) -> object.add(String.valueOf(name), of(item)));
            return object.build();
        }
        return Json.createValue(value.toString());
    }
}
