package io.gatehouse.install.channel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePartsTest {

    @Test
    void aShortTextIsOnePart() {
        assertThat(MessageParts.of("Hello", 5)).containsExactly("Hello");
        assertThat(MessageParts.of("  \n", 5)).isEmpty();
    }

    @Test
    void aTextIsCutBetweenParagraphsLinesOrWordsIfPossible() {
        assertThat(MessageParts.of("One para.\n\nTwo words", 14)).containsExactly("One para.", "Two words");
        assertThat(MessageParts.of("a line\nanother", 10)).containsExactly("a line", "another");
        assertThat(MessageParts.of("some words here", 11)).containsExactly("some words", "here");
        assertThat(MessageParts.of("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void surrogatePairsAreNotCut() {
        List<String> parts = MessageParts.of("abc😀😀", 4);

        assertThat(parts).containsExactly("abc", "😀😀");
    }
}
