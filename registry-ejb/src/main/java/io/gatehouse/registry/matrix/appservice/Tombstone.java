package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * States that a room ended and names its replacement ({@code m.room.tombstone}, Matrix client-server API, "Room
 * upgrades"). It does not prove that the other room is the successor.
 *
 * @param via the server of the tombstone's sender, which knows the new room; empty if its name is not valid
 */
record Tombstone(String oldRoom, String newRoom, String via) {

    private static final String TYPE = "m.room.tombstone";
    private static final int MAX_ID_BYTES = 255;
    private static final Pattern ROOM = Pattern.compile("![^\\s\\p{Cntrl}]+");
    private static final Pattern SERVER = Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    /** Returns empty if the event is not room state or names no other room. */
    static Optional<Tombstone> of(RoomEvent event) {
        if (!event.type().equals(TYPE) || !"".equals(event.stateKey())) {
            return Optional.empty();
        }
        JsonObject content = JsonObjects.read(event.content());
        return content.get("replacement_room") instanceof JsonString room
                ? of(event, room.getString())
                : Optional.empty();
    }

    private static Optional<Tombstone> of(RoomEvent event, String newRoom) {
        boolean valid = ROOM.matcher(newRoom).matches()
                && newRoom.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES
                && !newRoom.equals(event.roomId());
        return valid ? Optional.of(new Tombstone(event.roomId(), newRoom, serverOf(event.sender()))) : Optional.empty();
    }

    private static String serverOf(String userId) {
        String server = userId.substring(userId.indexOf(':') + 1);
        return SERVER.matcher(server).matches() ? server : "";
    }
}
