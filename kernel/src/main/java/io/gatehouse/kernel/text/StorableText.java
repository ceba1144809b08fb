package io.gatehouse.kernel.text;

/**
 * Text that every database and every encoding can store: PostgreSQL refuses NUL, and an unpaired surrogate has no UTF-8
 * encoding (RFC 3629 section 3).
 */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** Whether the text contains neither NUL nor an unpaired surrogate. */
    public static boolean is(String text) {
        return firstFault(text, 0) < 0;
    }

    /**
     * Replaces NUL and unpaired surrogates by U+FFFD. For text from people, who cannot correct it and must not be
     * refused.
     */
    public static String of(String text) {
        int at = firstFault(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        for (; at >= 0; at = firstFault(text, at + 1)) {
            changed.setCharAt(at, REPLACEMENT);
        }
        return changed.toString();
    }

    private static int firstFault(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
