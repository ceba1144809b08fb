package io.gatehouse.install.channel.reply;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The replies to senders, in one language. */
public final class Replies {

    private static final String BUNDLE = "io.gatehouse.install.channel.reply.replies";

    /** Without this, a language without a bundle would fall back to the server's default locale instead of English. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, Replies> BY_LANGUAGE = Languages.supported().stream()
            .collect(Collectors.toUnmodifiableMap(code -> code, code -> new Replies(Locale.forLanguageTag(code))));

    private final Locale locale;
    private final ResourceBundle texts;

    private Replies(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, Replies.class.getClassLoader(), NO_FALLBACK);
    }

    /** @param language a code; English is used if it is not supported */
    public static Replies in(String language) {
        return BY_LANGUAGE.getOrDefault(language, english());
    }

    public static Replies english() {
        return Objects.requireNonNull(BY_LANGUAGE.get(Languages.DEFAULT));
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** Formats a duration in whole hours, or in minutes if it is not a number of whole hours. */
    public String duration(Duration duration) {
        return duration.toMinutes() % 60 == 0 && duration.toHours() > 0
                ? text("duration.hours", duration.toHours())
                : text("duration.minutes", Math.max(1, duration.toMinutes()));
    }
}
