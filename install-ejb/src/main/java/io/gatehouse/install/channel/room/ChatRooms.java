package io.gatehouse.install.channel.room;

import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.outbox.Outbox;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/** Determines the room id by which an agent sees a chat. Runs in the caller's transaction. */
@Dependent
public class ChatRooms {

    private final ChatRoomStore store;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ChatRooms(ChatRoomStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns the room id, and creates the room if necessary. A chat on Matrix is a Matrix room, which the agent itself
     * has joined.
     */
    public String idOf(Outbox.Destination destination, PlatformAccount account) {
        if (destination.platform() == Platform.MATRIX) {
            return destination.chat();
        }
        UUID room = store.find(destination).orElseGet(() -> {
            store.open(ids.next(), destination, account.activeKey(), clock.instant());
            return store.find(destination).orElseThrow();
        });
        return new ChatRoomId(room).toString();
    }
}
