package io.gatehouse.install.reply;

import java.text.MessageFormat;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said to senders, and the words that they answer with, in one language. */
public final class Replies {

    private static final String BUNDLE = "io.gatehouse.install.reply.replies";

    /** Of a language without a bundle English is spoken, and not whatever the server's own language is. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, Replies> BY_LANGUAGE = Languages.spoken().stream()
            .collect(Collectors.toUnmodifiableMap(code -> code, code -> new Replies(Locale.forLanguageTag(code))));

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    /** Longer than any word of ours, with all that people put around it. */
    private static final int LONGEST_WORD = 40;

    private final Locale locale;
    private final ResourceBundle texts;

    private Replies(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, Replies.class.getClassLoader(), NO_FALLBACK);
    }

    /** @param language a code; English where it is not spoken here */
    public static Replies in(String language) {
        return BY_LANGUAGE.getOrDefault(language, english());
    }

    public static Replies english() {
        return Objects.requireNonNull(BY_LANGUAGE.get(Languages.DEFAULT));
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** In whole hours, or in minutes where it is no whole hour. */
    public String duration(Duration duration) {
        return duration.toMinutes() % 60 == 0 && duration.toHours() > 0
                ? text("duration.hours", duration.toHours())
                : text("duration.minutes", Math.max(1, duration.toMinutes()));
    }

    /** English is understood in every language. */
    public boolean isNo(String message) {
        return isWord("word.no", message) || english().isWord("word.no", message);
    }

    public boolean isYes(String message) {
        return isWord("word.yes", message) || english().isWord("word.yes", message);
    }

    /** The word must be all of the message but for signs around it, in whichever width and case. */
    private boolean isWord(String key, String message) {
        if (message.length() > LONGEST_WORD) {
            return false;
        }
        String folded = Normalizer.normalize(message, Normalizer.Form.NFKC).toLowerCase(locale);
        String word = AROUND.matcher(folded).replaceAll("");
        return Arrays.asList(texts.getString(key).split(" ")).contains(word);
    }
}
