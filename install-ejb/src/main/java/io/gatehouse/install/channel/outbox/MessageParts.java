package io.gatehouse.install.channel.outbox;

import java.util.ArrayList;
import java.util.List;

/** Splits a text that exceeds the platform's message length: between paragraphs, lines or words if possible. */
final class MessageParts {

    private MessageParts() {}

    /** @param maxLength in UTF-16 units; at least 2 */
    static List<String> of(String text, int maxLength) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > maxLength) {
            int end = cut(text, start, start + maxLength);
            add(parts, text.substring(start, end));
            start = end;
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        String text = part.strip();
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }

    /**
     * Returns the position of the cut. It is in the second half, so that there are few parts, and never inside a
     * surrogate pair.
     */
    private static int cut(String text, int start, int limit) {
        int least = start + (limit - start) / 2;
        for (String between : new String[] {"\n\n", "\n", " "}) {
            int at = text.lastIndexOf(between, limit - between.length());
            if (at >= least) {
                return at + between.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
