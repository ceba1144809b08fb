package io.gatehouse.install.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    private final Replies replies = Replies.english();

    @ParameterizedTest
    @ValueSource(strings = {"NO", "no", " No ", "No.", "no!!!", "*NO*", "“No”", "NO 😡", "👎 no", "ＮＯ", "no\n", "_no_"})
    void noIsUnderstoodHoweverItIsWritten(String message) {
        assertThat(replies.isNo(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "👎", "no thanks", "not", "noo", "n o", "oh no", "yes", "no, I mean yes", "nø"})
    void whatOnlyContainsNoIsForTheAgent(String message) {
        assertThat(replies.isNo(message)).isFalse();
    }

    @Test
    void yesIsUnderstood() {
        assertThat(List.of("YES", "yes", "Yes!", "✅ yes")).allMatch(replies::isYes);
        assertThat(List.of("yes please", "yesterday", "no")).noneMatch(replies::isYes);
    }

    @Test
    void everyOutcomeButRoutedAndUnsupportedHasItsWords() {
        List<ChatOutcome> outcomes = Arrays.stream(ChatOutcome.values())
                .filter(it -> it != ChatOutcome.ROUTED && it != ChatOutcome.PLATFORM_UNSUPPORTED)
                .toList();

        assertThat(outcomes).allSatisfy(outcome -> assertThat(replies.text(
                        outcome.name().toLowerCase(Locale.ROOT),
                        "Penny",
                        "a***@e***.com",
                        "1 hour",
                        "https://x",
                        "bill"))
                .isNotBlank()
                .doesNotContain("{"));
    }

    @Test
    void windowsAreSaidAsPeopleDo() {
        assertThat(replies.duration(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(replies.duration(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(replies.duration(Duration.ofDays(1))).isEqualTo("24 hours");
    }

    @ParameterizedTest
    @CsvSource({
        "alice@example.com, a***e@e***.com",
        "al@example.co.uk, a***@e***.uk",
        "a@b.c, a***@b***.c",
        "root@localhost, r***t@l***",
        "nonsense, ***",
    })
    void anAddressIsKnownByItsOwnerOnly(String email, String masked) {
        assertThat(MaskedEmail.of(email)).isEqualTo(masked);
    }
}
