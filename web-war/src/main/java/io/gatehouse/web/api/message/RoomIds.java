package io.gatehouse.web.api.message;

import io.gatehouse.web.edge.json.JsonBody;
import java.nio.charset.StandardCharsets;

/**
 * Room ids (Matrix specification, appendices, room IDs): {@code !} and at least one more character, at most 255 bytes.
 */
final class RoomIds {

    private static final String FIELD = "room_id";
    private static final int MAX_LENGTH = 255;

    private RoomIds() {}

    static String from(JsonBody body) {
        String roomId = body.text(FIELD, MAX_LENGTH);
        if (!roomId.isBlank() && !isRoomId(roomId)) {
            body.fault(FIELD, "must be a room id: an exclamation mark and more, at most 255 bytes");
        }
        return roomId;
    }

    private static boolean isRoomId(String text) {
        return text.length() > 1
                && text.charAt(0) == '!'
                && text.chars().allMatch(c -> c > ' ' && c != 0x7F)
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_LENGTH;
    }
}
