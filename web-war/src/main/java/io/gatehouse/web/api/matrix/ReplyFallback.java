package io.gatehouse.web.api.matrix;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;

/**
 * Removes from a message what its client quoted of another one. Up to version 1.12 of the client-server API, a reply
 * began with the text it answers (Matrix client-server API v1.12, "Fallbacks for rich replies"; removed by MSC2781, but
 * older clients are in use). What another person said must not count as the sender's words.
 */
final class ReplyFallback {

    private static final String BODY = "body";
    private static final String FORMATTED = "formatted_body";
    private static final String NEW_CONTENT = "m.new_content";
    private static final String QUOTE = ">";
    private static final String TAG = "mx-reply";

    private ReplyFallback() {}

    /** The content without the quotes; the same object if there are none. */
    static JsonObject without(JsonObject content) {
        JsonObject changed = content;
        if (isReply(content) && content.get(BODY) instanceof JsonString body) {
            changed = replaced(changed, BODY, body.getString(), ofBody(body.getString()));
        }
        if (changed.get(FORMATTED) instanceof JsonString formatted) {
            changed = replaced(changed, FORMATTED, formatted.getString(), ofHtml(formatted.getString()));
        }
        if (changed.get(NEW_CONTENT) instanceof JsonObject edited) {
            JsonObject shown = without(edited);
            changed = shown == edited
                    ? changed
                    : with(changed).add(NEW_CONTENT, shown).build();
        }
        return changed;
    }

    private static boolean isReply(JsonObject content) {
        return content.get("m.relates_to") instanceof JsonObject relation
                && relation.get("m.in_reply_to") instanceof JsonObject replied
                && replied.get("event_id") instanceof JsonString;
    }

    private static JsonObject replaced(JsonObject content, String name, String before, String after) {
        return before.equals(after) ? content : with(content).add(name, after).build();
    }

    private static JsonObjectBuilder with(JsonObject content) {
        return Json.createObjectBuilder(content);
    }

    /** Removes the leading quoted lines and the empty line after them. */
    private static String ofBody(String body) {
        int at = 0;
        while (isQuoted(body, at)) {
            int end = body.indexOf('\n', at);
            if (end < 0) {
                return "";
            }
            at = end + 1;
        }
        if (at > 0 && body.startsWith("\r\n", at)) {
            at += 2;
        } else if (at > 0 && body.startsWith("\n", at)) {
            at++;
        }
        return body.substring(at);
    }

    /** For an empty line, some clients write only {@code >}, without the space that otherwise follows. */
    private static boolean isQuoted(String body, int at) {
        return body.startsWith(QUOTE, at) && (at + 1 == body.length() || " \r\n".indexOf(body.charAt(at + 1)) >= 0);
    }

    /**
     * Removes {@code mx-reply} elements, nested ones too. An element that is not closed extends to the end, as it does
     * in a client.
     */
    private static String ofHtml(String html) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        int at = 0;
        // A {@code <} within a tag does not start another one.
        for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', Math.max(tag + 1, at))) {
            boolean closes = isTag(html, tag, "</" + TAG);
            if (!closes && !isTag(html, tag, "<" + TAG)) {
                continue;
            }
            if (depth == 0) {
                kept.append(html, at, tag);
            }
            depth = closes ? Math.max(0, depth - 1) : depth + 1;
            int end = html.indexOf('>', tag);
            at = end < 0 ? html.length() : end + 1;
        }
        return depth == 0 ? kept.append(html, at, html.length()).toString() : kept.toString();
    }

    private static boolean isTag(String html, int at, String start) {
        int end = at + start.length();
        return html.regionMatches(true, at, start, 0, start.length())
                && (end == html.length() || !isNameCharacter(html.charAt(end)));
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }
}
