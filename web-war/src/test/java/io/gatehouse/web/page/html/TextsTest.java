package io.gatehouse.web.page.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void theReadersFirstSupportedLanguageIsChosen() {
        assertThat(languageFor("de")).isEqualTo("de");
        assertThat(languageFor("de-AT", "en")).isEqualTo("de");
        assertThat(languageFor("fr", "de")).isEqualTo("de");
        assertThat(languageFor("en-GB", "de")).isEqualTo("en");
        assertThat(languageFor("fr")).isEqualTo("en");
        assertThat(languageFor()).isEqualTo("en");
    }

    @Test
    void everyLanguageHasAllTexts() throws IOException {
        assertThat(keys("texts_de.properties")).isNotEmpty().isEqualTo(keys("texts.properties"));
    }

    @Test
    void everyFormatIsValidInEveryLanguage() {
        for (Texts texts : Texts.all()) {
            texts.asMap().forEach((key, text) -> {
                if (text.contains("{0")) {
                    assertThat(texts.format(
                                    key, key.startsWith("duration") ? 2 : "·one·", "·two·", "·three·", "·four·"))
                            .as(texts.language() + " " + key)
                            .doesNotContain("{", "''")
                            .containsAnyOf("·one·", "2");
                } else {
                    assertThat(text).as(texts.language() + " " + key).doesNotContain("{", "''");
                }
            });
        }
    }

    @Test
    void durationsAreFormattedInWords() {
        Texts english = Texts.all().get(0);
        assertThat(english.duration(Duration.ofMinutes(15))).isEqualTo("15 minutes");
        assertThat(english.duration(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(english.duration(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(english.duration(Duration.ofSeconds(5))).isEqualTo("5 seconds");
    }

    @Test
    void anUnknownKeyFails() {
        assertThatThrownBy(() -> Texts.all().get(0).get("nothing")).hasMessageContaining("nothing");
    }

    private static String languageFor(String... tags) {
        return Texts.forReader(Collections.enumeration(
                        List.of(tags).stream().map(Locale::forLanguageTag).toList()))
                .language();
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.keySet();
    }
}
