package io.gatehouse.install.channel.room;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds chats of all kinds. */
@Dependent
public class AllChats {

    private final List<AnsweredChats> kinds;

    @Inject
    AllChats(@Any Instance<AnsweredChats> kinds) {
        this(kinds.stream().toList());
    }

    public AllChats(List<AnsweredChats> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    Optional<AnsweredChat> find(UUID room) {
        return kinds.stream().flatMap(kind -> kind.find(room).stream()).findFirst();
    }
}
