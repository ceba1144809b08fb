package io.gatehouse.contract.chat;

import java.util.Optional;
import java.util.UUID;

/** The room id of a person's chat outside the homeserver, for agents: {@code !chat-<UUID>}. */
public record ChatRoomId(UUID value) {

    private static final String PREFIX = "!chat-";

    /** Returns empty for the id of a homeserver room. */
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
