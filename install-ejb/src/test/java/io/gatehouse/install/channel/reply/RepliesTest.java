package io.gatehouse.install.channel.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private final Replies replies = Replies.english();

    @Test
    void everyOutcomeExceptRoutedAndUnsupportedHasAReply() {
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
    void durationsAreFormattedInHoursOrMinutes() {
        assertThat(replies.duration(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(replies.duration(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(replies.duration(Duration.ofDays(1))).isEqualTo("24 hours");
    }

    @Test
    void everyLanguageHasAllKeysOfEnglish() {
        Set<String> english = keys("");
        assertThat(Languages.supported()).hasSizeGreaterThan(1).allSatisfy(language -> {
            if (!language.equals(Languages.DEFAULT)) {
                assertThat(keys("_" + language)).as(language).isEqualTo(english);
            }
        });
    }

    @Test
    void germanRepliesExist() {
        Replies german = Replies.in("de");

        assertThat(german.text("unlinked")).contains("niemandem");
        assertThat(german.duration(Duration.ofHours(1))).isEqualTo("1 Stunde");
    }

    @Test
    void anUnsupportedLanguageFallsBackToEnglishForAnyServerLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            assertThat(Replies.in("fr").text("declined")).startsWith("Fine.");
            assertThat(replies.text("declined")).startsWith("Fine.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLanguageTagIsMappedToItsLanguage() {
        assertThat(Languages.of("de-AT")).contains("de");
        assertThat(Languages.of("en_US")).contains("en");
        assertThat(Languages.of("tlh")).isEmpty();
        assertThat(Languages.of("")).isEmpty();
        assertThat(Languages.of(null)).isEmpty();
    }

    private static Set<String> keys(String suffix) {
        Properties texts = new Properties();
        try (InputStream file = RepliesTest.class.getResourceAsStream("replies" + suffix + ".properties")) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames();
    }
}
