package io.gatehouse.web.edge.conditional;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parsed {@code If-Match} or {@code If-None-Match} header (RFC 9110 sections 13.1.1 and 13.1.2). A malformed header
 * names no tag.
 *
 * @param any whether the header is {@code *}
 */
record TagList(boolean any, List<Tag> tags) {

    private static final TagList ANY = new TagList(true, List.of());
    private static final TagList NONE = new TagList(false, List.of());

    TagList {
        tags = List.copyOf(tags);
    }

    /** @param opaque the tag without its quotes */
    record Tag(String opaque, boolean weak) {}

    /** @param field the header's lines; null if it is missing */
    static @Nullable TagList of(@Nullable List<String> field) {
        if (field == null || field.isEmpty()) {
            return null;
        }
        String text = field.size() == 1 ? field.get(0).strip() : String.join(",", field);
        return text.equals("*") ? ANY : parse(text);
    }

    /** Weak comparison: tags with equal text match, weak or not (section 8.8.3.2). */
    boolean namesWeakly(String opaque) {
        return any || tags.stream().anyMatch(tag -> tag.opaque().equals(opaque));
    }

    /** Strong comparison with a tag that is itself strong. */
    boolean namesStrongly(String opaque) {
        return any || tags.stream().anyMatch(tag -> !tag.weak() && tag.opaque().equals(opaque));
    }

    private static TagList parse(String text) {
        List<Tag> tags = new ArrayList<>();
        int at = afterBlanks(text, 0);
        while (at < text.length()) {
            if (text.charAt(at) != ',') {
                boolean weak = text.startsWith("W/", at);
                int open = weak ? at + 2 : at;
                int close = end(text, open);
                int next = afterBlanks(text, close + 1);
                if (close < 0 || (next < text.length() && text.charAt(next) != ',')) {
                    return NONE;
                }
                tags.add(new Tag(text.substring(open + 1, close), weak));
                at = next;
            }
            at = afterBlanks(text, at + 1);
        }
        return new TagList(false, tags);
    }

    /** The index of the closing quote; -1 if this is not an opaque tag. */
    private static int end(String text, int open) {
        if (open >= text.length() || text.charAt(open) != '"') {
            return -1;
        }
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c <= ' ' || c == 0x7f) {
                return -1;
            }
        }
        return -1;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
