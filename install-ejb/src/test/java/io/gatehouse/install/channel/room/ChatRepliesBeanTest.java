package io.gatehouse.install.channel.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatReplies.ReplyResult;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Replies of agents in the chats of people. */
@StoreTest
class ChatRepliesBeanTest {

    private final World world;
    private final Channels channels;
    private final OpenConnection connection;
    private final String phone = "447911" + World.number();

    ChatRepliesBeanTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
        channels.processAll();
        channels.outbox.sendAll();
        channels.outbox.received.clear();
    }

    @Test
    void theReplyOfTheServingAgentIsSentToTheSameChatOnce() {
        ChatRoomId room = talk();
        UUID saying = UUID.randomUUID();

        assertThat(channels.replies.say(channels.servingAgent, room, "You spent 5 pounds.", saying))
                .isEqualTo(ReplyResult.TAKEN);
        assertThat(channels.replies.say(channels.servingAgent, room, "You spent 5 pounds.", saying))
                .isEqualTo(ReplyResult.TAKEN);
        channels.outbox.sendAll();

        assertThat(channels.outbox.sentTo(phone)).hasSize(2).last().isEqualTo("You spent 5 pounds.");
    }

    @Test
    void everyChatIsOneRoom() {
        ChatRoomId room = talk();
        channels.intake.take(connection, List.of(channels.message(phone, "Again")));
        channels.processAll();
        assertThat(ChatRoomId.of(channels.routed.remove().roomId())).contains(room);

        String other = "447911" + World.number();
        channels.intake.take(
                connection,
                List.of(channels.message(other, world.token(world.newUser())), channels.message(other, "Hello")));
        channels.processAll();
        assertThat(ChatRoomId.of(channels.routed.remove().roomId())).isPresent().isNotEqualTo(room);
    }

    @Test
    void anotherAgentFindsNoChat() {
        ChatRoomId room = talk();

        assertThat(channels.replies.say(UUID.randomUUID(), room, "Psst", UUID.randomUUID()))
                .isEqualTo(ReplyResult.UNKNOWN_CHAT);
        assertThat(channels.replies.say(
                        channels.servingAgent, new ChatRoomId(UUID.randomUUID()), "Psst", UUID.randomUUID()))
                .isEqualTo(ReplyResult.UNKNOWN_CHAT);
        channels.outbox.sendAll();
        assertThat(channels.outbox.sentTo(phone)).hasSize(1);
    }

    @Test
    void afterANoRepliesOfTheAgentAreRefused() {
        ChatRoomId room = talk();
        channels.intake.take(connection, List.of(channels.message(phone, "NO")));
        channels.processAll();

        assertThat(channels.replies.say(channels.servingAgent, room, "Come back!", UUID.randomUUID()))
                .isEqualTo(ReplyResult.NOT_THEIRS);
    }

    private ChatRoomId talk() {
        channels.intake.take(
                connection,
                List.of(channels.message(phone, world.token(world.newUser())), channels.message(phone, "Hello")));
        channels.processAll();
        return ChatRoomId.of(channels.routed.remove().roomId()).orElseThrow();
    }
}
