package io.gatehouse.install.room;

import java.util.Optional;
import java.util.UUID;

/** The chats of one kind, by the ids that agents know them by. */
public interface AnsweredChats {

    /** Empty where it is none of this kind; in the caller's transaction. */
    Optional<AnsweredChat> find(UUID room);
}
