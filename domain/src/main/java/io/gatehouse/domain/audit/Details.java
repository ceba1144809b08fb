package io.gatehouse.domain.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the details of an event as a JSON object of strings (RFC 8259) with sorted keys: equal details yield equal
 * text.
 */
final class Details {

    private Details() {}

    static String json(Map<String, String> facts) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(facts).forEach((key, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, key);
            json.append(':');
            quote(json, value);
        });
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
