package io.gatehouse.kernel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientObjectTest {

    @Test
    void valuesOfTheExpectedTypeAreRead() {
        LenientObject object = LenientObject.of(
                "{\"name\":\"Ada\",\"id\":42,\"ok\":true,\"in\":{\"name\":\"Bob\"},\"list\":[1,{\"name\":\"Cy\"}]}");

        assertThat(object.text("name")).contains("Ada");
        assertThat(object.number("id")).contains("42");
        assertThat(object.textOrNumber("id")).contains("42");
        assertThat(object.textOrNumber("name")).contains("Ada");
        assertThat(object.isTrue("ok")).isTrue();
        assertThat(object.has("ok")).isTrue();
        assertThat(object.object("in").text("name")).contains("Bob");
        assertThat(object.objects("list")).hasSize(1);
        assertThat(object.first("list").text("name")).contains("Cy");
    }

    @Test
    void missingValuesAndThoseOfAnotherTypeAreAbsent() {
        for (String json : new String[] {"{}", "{\"a\":null}", "{\"a\":[true]}", "{\"a\":false}"}) {
            LenientObject object = LenientObject.of(json);

            assertThat(object.text("a")).isEmpty();
            assertThat(object.text("a", "absent")).isEqualTo("absent");
            assertThat(object.number("a")).isEmpty();
            assertThat(object.textOrNumber("a")).isEmpty();
            assertThat(object.words("a")).isEmpty();
            assertThat(object.isTrue("a")).isFalse();
            assertThat(object.object("a").has("a")).isFalse();
            assertThat(object.objects("a")).isEmpty();
            assertThat(object.first("a").has("a")).isFalse();
        }
        assertThat(LenientObject.of("{\"a\":\" \"}").text("a")).isEmpty();
    }

    @Test
    void numbersKeepTheirNotation() {
        LenientObject object = LenientObject.of("{\"a\":1e999999999,\"b\":-0,\"c\":123456789012345678901}");

        assertThat(object.textOrNumber("a")).contains("1e999999999");
        assertThat(object.number("a")).isEmpty();
        assertThat(object.number("b")).contains("-0");
        assertThat(object.number("c")).as("too long").isEmpty();
    }

    @Test
    void theLastOfTwoMembersOfOneNameCounts() {
        assertThat(LenientObject.of("{\"a\":\"x\",\"a\":\"y\"}").text("a")).contains("y");
        assertThat(LenientObject.of("{\"a\":\"x\",\"a\":null}").has("a")).isFalse();
    }

    @Test
    void charactersThatNoDatabaseStoresAreReplaced() {
        assertThat(LenientObject.of("{\"a\":\"x\\u0000\\ud800y\"}").text("a")).contains("x\uFFFD\uFFFDy");
    }

    @Test
    void wordsAreOneLineOfLimitedLength() {
        assertThat(LenientObject.of("{\"a\":\" one\\r\\ntwo\\t \"}").words("a")).isEqualTo("one two");
        assertThat(LenientObject.of("{\"a\":\"" + "x".repeat(500) + "\"}").words("a"))
                .isEqualTo("x".repeat(200) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{\"a\":}", "{\"a\":1} {}", "<html>", "{\"a\":1}x"})
    void whatIsNoObjectIsAbsent(String json) {
        assertThat(LenientObject.parse(json.getBytes(UTF_8))).isEmpty();
        assertThat(LenientObject.of(json).has("a")).isFalse();
    }

    @Test
    void nestingBeyondTheParsersLimitIsAbsent() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(LenientObject.parse(deep.getBytes(UTF_8))).isEqualTo(Optional.empty());
    }
}
