package io.gatehouse.web.edge.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.annotation.JsonbProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    record Part(@JsonbProperty("snake_case") int snakeCase) {}

    record Whole(
            String text, @Nullable String nothing, UUID id, Instant at, boolean flag, Part part, List<Part> parts) {}

    @Test
    void recordsAreWrittenWithoutNulls() {
        Whole whole = new Whole(
                "\u00e9\"\u2028",
                null,
                new UUID(0, 1),
                Instant.parse("2026-11-22T12:00:00.5Z"),
                true,
                new Part(1),
                List.of(new Part(2)));
        assertThat(new String(JsonText.of(whole), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"\u00e9\\\"\u2028\",\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"at\":\"2026-11-22T12:00:00.500Z\",\"flag\":true,"
                        + "\"part\":{\"snake_case\":1},\"parts\":[{\"snake_case\":2}]}");
    }
}
