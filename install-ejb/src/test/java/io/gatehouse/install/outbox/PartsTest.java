package io.gatehouse.install.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void whatFitsIsOnePart() {
        assertThat(Parts.of("Hello", 5)).containsExactly("Hello");
        assertThat(Parts.of("  \n", 5)).isEmpty();
    }

    @Test
    void aTextIsCutWhereItHurtsLeast() {
        assertThat(Parts.of("One para.\n\nTwo words", 14)).containsExactly("One para.", "Two words");
        assertThat(Parts.of("a line\nanother", 10)).containsExactly("a line", "another");
        assertThat(Parts.of("some words here", 11)).containsExactly("some words", "here");
        assertThat(Parts.of("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void noCharacterIsCutInTwo() {
        List<String> parts = Parts.of("abc😀😀", 4);

        assertThat(parts).containsExactly("abc", "😀😀");
    }
}
