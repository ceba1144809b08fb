package io.gatehouse.kernel.text;

/**
 * Text that every database and every encoding holds: PostgreSQL refuses NUL in a text, and a surrogate that stands alone is
 * no character in UTF-8 (RFC 3629 section 3).
 */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** Whether there is neither NUL nor half a character in it. */
    public static boolean is(String text) {
        return firstFault(text, 0) < 0;
    }

    /** The text with U+FFFD for each of them: for what comes from people, who cannot mend it, and must not be held up. */
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
