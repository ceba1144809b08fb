package io.gatehouse.web.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/install/personal-finance",
                "/install/a?agent=0193&x=%2F%2F",
                "/",
                "/session",
                "/%7B",
                "/.//evil.example",
                "/a;b=c@d:e"
            })
    void localPathsAreKept(String path) {
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
                "/{",
                "/%",
                "/%zz",
                "/%2",
                "/install/%7b%",
                "/|",
                "/^",
                "/`",
                "/[",
                "/a]",
                "/a#b",
                "/\u0000",
                "/\uD800",
            })
    void pathsThatMayLeadElsewhereAreReplacedByTheStartPage(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.START);
    }

    @Test
    void keptPathsAreValidUris() {
        for (char c = 0; c < 0x200; c++) {
            for (String text : new String[] {"/" + c, "/a" + c + "1", "/%4" + c, "/?" + c}) {
                URI at = URI.create(
                        "https://gatehouse.example" + ReturnPath.of(text).text());
                assertThat(at.getHost()).as(text).isEqualTo("gatehouse.example");
                assertThat(at.getRawAuthority()).as(text).isEqualTo("gatehouse.example");
            }
        }
    }

    @Test
    void tooLongPathsAreReplacedByTheStartPage() {
        assertThat(ReturnPath.of("/" + "a".repeat(500))).isEqualTo(ReturnPath.START);
    }
}
