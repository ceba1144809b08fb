package io.gatehouse.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße 🚪", "\n\t\u0007\u007F", "\uFFFD\uFEFF\uFFFF", "🚪🚪"})
    void storableTextIsUnchanged(String text) {
        assertThat(StorableText.is(text)).isTrue();
        assertThat(StorableText.of(text)).isSameAs(text);
    }

    @Test
    void nulAndUnpairedSurrogatesAreReplacedOneByOne() {
        assertThat(StorableText.of("\0a\0\0b")).isEqualTo("\uFFFDa\uFFFD\uFFFDb");
        assertThat(StorableText.of("x\uD83Dy\uDEAAz")).isEqualTo("x\uFFFDy\uFFFDz");
        assertThat(StorableText.of("\uDEAA\uD83D\uDEAA\uD83D")).isEqualTo("\uFFFD🚪\uFFFD");
        assertThat(StorableText.is("a\0")).isFalse();
        assertThat(StorableText.is("\uD83D")).isFalse();
        assertThat(StorableText.is("\uDEAA\uD83D")).isFalse();
    }
}
