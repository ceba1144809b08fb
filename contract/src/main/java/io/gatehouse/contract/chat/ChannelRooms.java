package io.gatehouse.contract.chat;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Rooms of the homeserver that are chat channels. Implemented by the install module. */
public interface ChannelRooms {

    /**
     * Takes a person's message in a room where an agent serves a template that has a Matrix connection for the room, in
     * the caller's transaction.
     *
     * @param agentIds the agents in the room
     * @return the agents that must not receive it now: the message is processed first, because it may be an install
     *     token, and is routed to them afterwards if it is for them
     */
    Set<UUID> take(RoomSaying saying, Collection<UUID> agentIds);
}
