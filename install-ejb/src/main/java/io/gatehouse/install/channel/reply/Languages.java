package io.gatehouse.install.channel.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages with a bundle of replies, by their codes (ISO 639-1). */
public final class Languages {

    public static final String DEFAULT = "en";

    private static final List<String> SUPPORTED = List.of(DEFAULT, "de");

    private Languages() {}

    public static List<String> supported() {
        return SUPPORTED;
    }

    public static boolean isSupported(String code) {
        return SUPPORTED.contains(code);
    }

    /** Returns the supported language of a language tag (BCP 47), as in {@code de-AT}; empty if it is not supported. */
    public static Optional<String> of(@Nullable String tag) {
        return Optional.ofNullable(tag)
                .map(it -> Locale.forLanguageTag(it.replace('_', '-')).getLanguage())
                .filter(Languages::isSupported);
    }
}
