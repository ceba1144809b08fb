package io.gatehouse.web.oauth.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

    private static BearerHeader header(String... values) {
        return BearerHeader.of(Collections.enumeration(List.of(values)));
    }

    @Test
    void theSchemeIsFoundInAnyCase() {
        assertThat(header("Bearer a.b.c")).isEqualTo(new BearerHeader.Token("a.b.c"));
        assertThat(header("bEARER   a.b.c ")).isEqualTo(new BearerHeader.Token("a.b.c"));
    }

    @Test
    void otherSchemesAreIgnored() {
        for (BearerHeader header : List.of(header(), header("Basic YTpi"), header("Bearerx y"), header(""))) {
            assertThat(header).isEqualTo(new BearerHeader.None());
        }
        assertThat(BearerHeader.of(null)).isEqualTo(new BearerHeader.None());
    }

    @Test
    void twoHeadersAndAMissingTokenAreMalformed() {
        assertThat(header("Bearer a", "Bearer a")).isInstanceOf(BearerHeader.Malformed.class);
        assertThat(header("Bearer a", "Basic b")).isInstanceOf(BearerHeader.Malformed.class);
        assertThat(header("Bearer")).isInstanceOf(BearerHeader.Malformed.class);
        assertThat(header("Bearer  ")).isInstanceOf(BearerHeader.Malformed.class);
    }

    @Test
    void aTokenIsNotPrinted() {
        assertThat(header("Bearer secret").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,b", "a\"b", "\u00e9", "a;b", "=a"})
    void textsThatCannotBeTokensAreRecognized(String text) {
        assertThat(BearerHeader.isTokenText(text)).isFalse();
    }
}
