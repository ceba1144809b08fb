package io.gatehouse.web.jwt;

import org.jspecify.annotations.Nullable;

/** What of an issuer's texts can be kept: no control characters (NUL among them), no halves of surrogate pairs, and bounds. */
final class ClaimTexts {

    /** OpenID Connect Core 1.0 section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_NAME = 200;

    private ClaimTexts() {}

    /** Whether it can be a {@code sub}. It is part of whom a user is, so it is refused and never changed. */
    static boolean isSubject(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_SUBJECT && isClean(text);
    }

    /** An e-mail address as it is stated; null if it cannot be kept. */
    static @Nullable String address(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_ADDRESS && isClean(text) ? text : null;
    }

    /** A name without what cannot be kept of it; null if nothing is left. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> !isHalf(c))
                .takeWhile(c -> clean.length() + Character.charCount(c) <= LONGEST_NAME)
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
