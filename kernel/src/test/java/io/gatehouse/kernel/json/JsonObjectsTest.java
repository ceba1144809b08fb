package io.gatehouse.kernel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {

    @Test
    void whatWasBuiltIsRead() {
        String text = JsonObjects.builder()
                .add("name", "Zoë")
                .add("list", JsonObjects.arrayBuilder().add(1).add("two"))
                .build()
                .toString();

        assertThat(text).isEqualTo("{\"name\":\"Zoë\",\"list\":[1,\"two\"]}");
        assertThat(JsonObjects.read(text).getString("name")).isEqualTo("Zoë");
        assertThat(JsonObjects.read(text.getBytes(UTF_8))).isEqualTo(JsonObjects.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":}", "<html>"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> JsonObjects.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void nestingBeyondTheParsersLimitIsRefusedLikeAnyOtherText() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> JsonObjects.read(deep)).isInstanceOf(JsonException.class);
    }
}
