package io.gatehouse.install.channel.room;

import io.gatehouse.install.channel.outbox.Outbox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Chats of connections; replies are sent through the platform. */
@Dependent
public class ChannelChats implements AnsweredChats {

    private final ChatRoomStore rooms;
    private final Outbox outbox;

    @Inject
    public ChannelChats(ChatRoomStore rooms, Outbox outbox) {
        this.rooms = rooms;
        this.outbox = outbox;
    }

    @Override
    public Optional<AnsweredChat> find(UUID room) {
        return rooms.find(room)
                .map(found -> new AnsweredChat(
                        found.templateAgentId(),
                        found.accountKey(),
                        (text, sayingId) -> outbox.enqueue(found.destination(), "agent:" + sayingId, text)));
    }
}
