package io.gatehouse.contract.chat;

import java.util.UUID;

/** Moves chat channels to the room that replaces theirs. Implemented by the install module. */
public interface ChannelMoves {

    /**
     * Moves the Matrix connections of the old room whose template the agent serves to the new room, in the caller's
     * transaction. The caller has checked that the new room is the old one's successor and that the agent is in it.
     */
    void moved(UUID agentId, String oldRoomId, String newRoomId);
}
