package io.gatehouse.contract.message;

import java.util.Optional;
import java.util.UUID;

/** Where rooms of the homeserver go on that were replaced by others. */
public interface RoomSuccessors {

    /** Empty where the agent has not followed the room into another one. */
    Optional<String> of(UUID agentId, String roomId);
}
