package io.gatehouse.contract.message;

import java.util.Optional;
import java.util.UUID;

/** Finds the rooms that replaced other rooms of the homeserver. */
public interface RoomSuccessors {

    /** Returns empty if the agent has not followed the room to another one. */
    Optional<String> of(UUID agentId, String roomId);
}
