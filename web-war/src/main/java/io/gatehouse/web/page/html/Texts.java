package io.gatehouse.web.page.html;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of pages in one language. */
public final class Texts {

    private static final String BUNDLE = "io.gatehouse.web.page.html.texts";

    /** The languages with a bundle; the first is the default. */
    private static final List<Texts> LANGUAGES = List.of(new Texts(Locale.ENGLISH), new Texts(Locale.GERMAN));

    private final Locale locale;
    private final Map<String, String> texts;

    private Texts(Locale locale) {
        this.locale = locale;
        // Without fallback to the machine's locale: the fallback must be the root bundle, which is English.
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.texts =
                bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), bundle::getString));
    }

    /** @param preferred the reader's locales, best first */
    static Texts forReader(Enumeration<Locale> preferred) {
        while (preferred.hasMoreElements()) {
            String language = preferred.nextElement().getLanguage();
            for (Texts texts : LANGUAGES) {
                if (texts.locale.getLanguage().equals(language)) {
                    return texts;
                }
            }
        }
        return LANGUAGES.get(0);
    }

    static List<Texts> all() {
        return LANGUAGES;
    }

    /** As in {@code de} (BCP 47). */
    public String language() {
        return locale.toLanguageTag();
    }

    /** The text, unformatted. */
    public String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        return text;
    }

    public String format(String key, Object... arguments) {
        return new MessageFormat(get(key), locale).format(arguments);
    }

    /** In hours if it is a whole number of them, otherwise in minutes or seconds. */
    public String duration(Duration duration) {
        if (duration.toMinutes() > 0 && duration.toMinutes() % 60 == 0) {
            return format("duration_hours", duration.toHours());
        }
        return duration.toMinutes() > 0
                ? format("duration_minutes", duration.toMinutes())
                : format("duration_seconds", duration.toSeconds());
    }

    /** All texts, unformatted, for templates. */
    Map<String, String> asMap() {
        return texts;
    }
}
