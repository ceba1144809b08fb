package io.gatehouse.install.channel.room;

import java.util.Optional;
import java.util.UUID;

/** The chats of one kind, by the room ids that agents see. */
public interface AnsweredChats {

    /** Returns the chat, in the caller's transaction; empty if there is none of this kind with this id. */
    Optional<AnsweredChat> find(UUID room);
}
