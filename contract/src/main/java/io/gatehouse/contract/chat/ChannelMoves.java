package io.gatehouse.contract.chat;

import java.util.UUID;

/** Chat channels that go on in another room of the homeserver. Implemented by the install module. */
public interface ChannelMoves {

    /**
     * Lets the Matrix connections for the old room whose template the agent serves be for the new one, in the caller's
     * transaction. The caller has seen to it that the new room is the successor of the old one, and that the agent is there.
     */
    void moved(UUID agentId, String oldRoomId, String newRoomId);
}
