package io.gatehouse.install.room;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds chats of all kinds. */
@Dependent
public class EveryChat {

    private final List<AnsweredChats> kinds;

    @Inject
    EveryChat(@Any Instance<AnsweredChats> kinds) {
        this(kinds.stream().toList());
    }

    public EveryChat(List<AnsweredChats> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    Optional<AnsweredChat> find(UUID room) {
        return kinds.stream().flatMap(kind -> kind.find(room).stream()).findFirst();
    }
}
