package io.gatehouse.contract.chat;

import java.util.Optional;
import java.util.UUID;

/** What an agent knows a person's chat by where it is no room of a homeserver: {@code !chat-<UUID>}. */
public record ChatRoomId(UUID value) {

    private static final String PREFIX = "!chat-";

    /** Empty for the id of a room. */
    public static Optional<ChatRoomId> of(String roomId) {
        if (!roomId.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChatRoomId(UUID.fromString(roomId.substring(PREFIX.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
