package io.gatehouse.install.chat;

import java.text.MessageFormat;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** What is said to senders, and the words that they answer with, in one language. */
final class Replies {

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    /** Longer than any word of ours, with all that people put around it. */
    private static final int LONGEST_WORD = 40;

    private final Locale locale;
    private final ResourceBundle texts;

    private Replies(Locale locale) {
        this.locale = locale;
        this.texts =
                ResourceBundle.getBundle("io.gatehouse.install.chat.replies", locale, Replies.class.getClassLoader());
    }

    static Replies english() {
        return new Replies(Locale.ENGLISH);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** In whole hours, or in minutes where it is no whole hour. */
    String duration(Duration duration) {
        return duration.toMinutes() % 60 == 0 && duration.toHours() > 0
                ? text("duration.hours", duration.toHours())
                : text("duration.minutes", Math.max(1, duration.toMinutes()));
    }

    boolean isNo(String message) {
        return isWord("word.no", message);
    }

    boolean isYes(String message) {
        return isWord("word.yes", message);
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
