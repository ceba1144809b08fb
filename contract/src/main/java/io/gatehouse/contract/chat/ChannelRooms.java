package io.gatehouse.contract.chat;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Rooms of the homeserver that are chat channels. Implemented by the install module. */
public interface ChannelRooms {

    /**
     * Takes what a person said where an agent is that serves a template with a Matrix connection for the room, in the
     * caller's transaction.
     *
     * @param agentIds who is in the room
     * @return those who are not given it: it is judged first, for it may be an install token, and is routed to them if it is
     *     theirs
     */
    Set<UUID> take(RoomSaying saying, Collection<UUID> agentIds);
}
