package io.gatehouse.web.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.FuzzLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonPositionTest {

    @Test
    void aPositionIsAJsonPointer() {
        JsonPosition position =
                JsonPosition.ROOT.member("a/b").item(3).member("~").member("");

        assertThat(position.pointer()).isEqualTo("/a~1b/3/~0/");
        assertThat(JsonPosition.ROOT.pointer()).isEmpty();
    }

    @Test
    void aFaultNamesItsPosition() {
        assertThatThrownBy(() -> StrictParser.parse(bytes("{\"a\":[{},{\"b\":1,\"b\":2}]}")))
                .isInstanceOfSatisfying(MalformedJsonException.class, fault -> assertThat(fault.pointer())
                        .isEqualTo("/a/1/b"));
    }

    /** With a pointer built for each value, such a body took half a gigabyte. */
    @Test
    void manyValuesUnderALongNameNeedLittleMemory() {
        byte[] body = bytes("{\"" + "n".repeat(30_000) + "\":[" + "1,".repeat(17_000) + "1]}");

        assertThat(FuzzLimits.within(() -> parsed(body))).isInstanceOf(Map.class);
    }

    private static Object parsed(byte[] body) {
        try {
            return Objects.requireNonNull(StrictParser.parse(body));
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
