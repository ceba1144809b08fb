package io.gatehouse.web.oauth.jwt;

import org.jspecify.annotations.Nullable;

/**
 * Checks and cleans the texts of an issuer's claims: no control characters (which include NUL), no lone surrogates,
 * bounded lengths.
 */
final class ClaimTexts {

    /** OpenID Connect Core 1.0 section 2. */
    private static final int MAX_SUBJECT_LENGTH = 255;

    private static final int MAX_ADDRESS_LENGTH = 320;
    private static final int MAX_NAME_LENGTH = 200;

    private ClaimTexts() {}

    /**
     * Whether a text can be a {@code sub}. The subject is part of a user's identity, so it is refused rather than
     * cleaned.
     */
    static boolean isSubject(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_SUBJECT_LENGTH && isClean(text);
    }

    /** An e-mail address, unchanged; null if it cannot be stored. */
    static @Nullable String address(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_ADDRESS_LENGTH && isClean(text) ? text : null;
    }

    /** A name without the characters that cannot be stored, truncated; null if nothing is left. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> !isHalf(c))
                .takeWhile(c -> clean.length() + Character.charCount(c) <= MAX_NAME_LENGTH)
                .forEach(clean::appendCodePoint);
        String name = clean.toString().strip();
        return name.isEmpty() ? null : name;
    }

    static boolean isClean(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
