package io.gatehouse.install.token;

/**
 * A message normalized for finding a token: percent-encoding is decoded (twice if necessary), invisible characters are
 * removed, and every run of white space is one character.
 */
final class VisibleText {

    /** A run of white space that contains a line break. */
    private static final char BREAK = '\n';

    private static final char BLANK = ' ';
    /** A character that cannot be part of a token: any outside ASCII. */
    private static final char OTHER = '\uFFFD';

    private final char[] chars;
    private final int length;

    private VisibleText(char[] chars, int length) {
        this.chars = chars;
        this.length = length;
    }

    static VisibleText of(String message) {
        char[] chars = new char[message.length()];
        int length = 0;
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '%') {
                int skip = message.startsWith("25", i + 1) ? 2 : 0;
                int decoded = hex(message, i + 1 + skip);
                if (decoded >= 0) {
                    c = decoded < 0x80 ? (char) decoded : OTHER;
                    i += 2 + skip;
                }
            }
            boolean afterSpace = length > 0 && isSpace(chars[length - 1]);
            if (isInvisible(c)) {
                continue;
            }
            if (!isSpace(c)) {
                chars[length++] = c;
            } else if (!afterSpace) {
                chars[length++] = isBreak(c) ? BREAK : BLANK;
            } else if (isBreak(c)) {
                chars[length - 1] = BREAK;
            }
        }
        return new VisibleText(chars, length);
    }

    int length() {
        return length;
    }

    /** Returns the character at the position; after the end, one that is in no token. */
    char at(int i) {
        return i < length ? chars[i] : OTHER;
    }

    /** Returns the position after a line break, if there is one. */
    int skipBreak(int i) {
        return at(i) == BREAK ? i + 1 : i;
    }

    /** Returns the position after white space, if there is any. */
    int skipBlanks(int i) {
        return isSpace(at(i)) ? i + 1 : i;
    }

    /**
     * Returns the position after the word, or -1 if the word is not at this position. The word may contain line breaks,
     * and case is ignored, because the keyboard of a phone may capitalize the first letter.
     */
    int after(String word, int from) {
        int i = from;
        for (int k = 0; k < word.length(); k++) {
            i = k == 0 ? i : skipBreak(i);
            char c = at(i);
            if (c != word.charAt(k) && Character.toLowerCase(c) != word.charAt(k)) {
                return -1;
            }
            i++;
        }
        return i;
    }

    private static int hex(String message, int at) {
        if (at + 1 >= message.length()) {
            return -1;
        }
        int high = Character.digit(message.charAt(at), 16);
        int low = Character.digit(message.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f' || c == '\u000B';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || isBreak(c) || (c > 0x7F && Character.isSpaceChar(c));
    }

    /** Whether it is a soft hyphen, a zero-width character, a directional mark or a variation selector. */
    private static boolean isInvisible(char c) {
        boolean variationSelector = c >= '\uFE00' && c <= '\uFE0F';
        return c > 0x7F && (Character.getType(c) == Character.FORMAT || variationSelector || c == '\u034F');
    }
}
