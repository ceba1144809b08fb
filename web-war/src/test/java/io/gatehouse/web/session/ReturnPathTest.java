package io.gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/install/personal-finance", "/install/a?agent=0193&x=%2F%2F", "/", "/session"})
    void pathsOfOursAreKept(String path) {
        assertThat(ReturnPath.of(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "install/a",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\\/evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/install\\..\\a",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                " /install/a",
                "/install/a b",
                "/é",
                "/\"><script>",
            })
    void whatMayLeadElsewhereLeadsToTheStart(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.START);
    }

    @Test
    void anEndlessPathLeadsToTheStart() {
        assertThat(ReturnPath.of("/" + "a".repeat(500))).isEqualTo(ReturnPath.START);
    }
}
