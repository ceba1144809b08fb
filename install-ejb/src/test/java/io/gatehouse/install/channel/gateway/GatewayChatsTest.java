package io.gatehouse.install.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.ChatReplies.ReplyResult;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.contract.chat.GatewayReply;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.install.channel.chat.ChatMessagesBean;
import io.gatehouse.install.channel.room.AllChats;
import io.gatehouse.install.channel.room.ChatRepliesBean;
import io.gatehouse.install.channel.room.ReplyRights;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.world.UnobservedEvent;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages from a gateway to the serving agent, and its replies. */
@StoreTest
class GatewayChatsTest {

    private final World world;
    private final GatewayStore store;
    private final ChatMessages chat;
    private final ChatReplies replies;
    private final Queue<RoutedMessage> delivered = new ConcurrentLinkedQueue<>();
    private final UUID agent = UUID.randomUUID();
    private final String phone = World.newPhone();
    private volatile boolean served = true;

    GatewayChatsTest(TestDatabase database) {
        world = new World(database);
        store = new GatewayStore(database.entityManager(), world.ids, world.clock);
        ServingAgents serving = new Serving();
        GatewayChats chats = new GatewayChats(store, serving, this::deliver, world.clock);
        world.beans.heldDeliveries.add(chats);
        chat = world.beans.annotated.on(new ChatMessagesBean(world.beans.senders, world.beans.handler, chats));
        replies = world.beans.annotated.on(new ChatRepliesBean(
                new AllChats(List.of(chats)),
                new ReplyRights(serving, new RouteStore(database.joiningDataSource())),
                new UnobservedEvent<>()));
    }

    @Test
    void aRoutedMessageIsDeliveredToTheServingAgentWithItsRoute() {
        ChatAnswer installed = says(world.token(world.newUser()), "m1");
        ChatAnswer answer = says("How much did I spend?", "m2");

        assertThat(answer.outcome()).isEqualTo(ChatOutcome.ROUTED);
        RoutedMessage message = delivered.remove();
        assertThat(delivered).as("the token stays with the install service").isEmpty();
        assertThat(message.text()).isEqualTo("How much did I spend?");
        assertThat(message.route().agentId()).isEqualTo(installed.agentId());
        assertThat(message.route().organizationId()).isEqualTo(installed.organizationId());
        assertThat(message.sender()).isEqualTo("wa_jid:" + phone);
        assertThat(ChatRoomId.of(message.roomId())).isPresent();
    }

    @Test
    void aMessageFromATypedNumberIsDeliveredAfterTheYes() {
        world.beans.installs.install(new InstallCommand(
                world.newUser(), world.templateSlug, null, "+" + phone.substring(0, phone.indexOf('@'))));
        assertThat(says("How much did I spend?", "t1").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(delivered).isEmpty();

        ChatAnswer linked = says("yes", "t2");

        assertThat(linked.outcome()).isEqualTo(ChatOutcome.LINKED);
        RoutedMessage message = delivered.remove();
        assertThat(message.text()).isEqualTo("How much did I spend?");
        assertThat(message.route().agentId()).isEqualTo(linked.agentId());
        assertThat(message.sender()).isEqualTo("wa_jid:" + phone);
        assertThat(says("yes", "t2")).isEqualTo(linked);
        assertThat(delivered).isEmpty();
        assertThat(replies.say(agent, ChatRoomId.of(message.roomId()).orElseThrow(), "5 pounds", UUID.randomUUID()))
                .isEqualTo(ReplyResult.TAKEN);
    }

    @Test
    void aMessageReceivedTwentyTimesConcurrentlyIsDeliveredOnce() {
        assertThat(says(world.token(world.newUser()), "n1").outcome()).isEqualTo(ChatOutcome.INSTALLED);

        List<ChatAnswer> answers = Crowd.of(20, number -> says("Hello", "n2"));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void repliesWaitForTheGatewayOnceAndInOrder() {
        ChatRoomId room = talk();
        UUID saying = UUID.randomUUID();

        assertThat(replies.say(agent, room, "5 pounds", saying)).isEqualTo(ReplyResult.TAKEN);
        assertThat(replies.say(agent, room, "5 pounds", saying)).isEqualTo(ReplyResult.TAKEN);
        assertThat(replies.say(agent, room, "and 20 pence", UUID.randomUUID())).isEqualTo(ReplyResult.TAKEN);

        List<GatewayReply> waiting = waiting();
        assertThat(waiting).extracting(GatewayReply::text).containsExactly("5 pounds", "and 20 pence");
        assertThat(waiting).extracting(GatewayReply::position).isSorted().doesNotHaveDuplicates();
        assertThat(waiting).extracting(GatewayReply::platformUserId).containsOnly(phone);
        assertThat(waiting).extracting(GatewayReply::templateAgentId).containsOnly(world.templateId);
    }

    @Test
    void anAgentThatDoesNotServeTheTemplateFindsNoChat() {
        ChatRoomId room = talk();

        assertThat(replies.say(UUID.randomUUID(), room, "Psst", UUID.randomUUID()))
                .isEqualTo(ReplyResult.UNKNOWN_CHAT);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void afterANoRepliesAreRefused() {
        ChatRoomId room = talk();
        assertThat(says("NO", "o1").outcome()).isEqualTo(ChatOutcome.UNLINKED);

        assertThat(replies.say(agent, room, "Come back!", UUID.randomUUID())).isEqualTo(ReplyResult.NOT_THEIRS);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void withoutAServingAgentTheMessageIsNotDelivered() {
        served = false;
        assertThat(says(world.token(world.newUser()), "p1").outcome()).isEqualTo(ChatOutcome.INSTALLED);

        assertThat(says("Anybody?", "p2").outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(delivered).isEmpty();
        assertThat(world.count("gateway_chat", "account_key like ?1", "%" + phone))
                .isZero();
    }

    @Test
    void aMessageOfAnUnlinkedSenderIsNotDelivered() {
        assertThat(says("Hello?", "q1").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(delivered).isEmpty();
    }

    private ChatRoomId talk() {
        assertThat(says(world.token(world.newUser()), "t-" + World.number()).outcome())
                .isEqualTo(ChatOutcome.INSTALLED);
        assertThat(says("Hello", "t-" + World.number()).outcome()).isEqualTo(ChatOutcome.ROUTED);
        return ChatRoomId.of(delivered.remove().roomId()).orElseThrow();
    }

    private List<GatewayReply> waiting() {
        return world.database.tx(() -> store.after(0, 100)).stream()
                .filter(reply -> reply.platformUserId().equals(phone))
                .toList();
    }

    private ChatAnswer says(String text, String messageId) {
        return chat.receive(
                new ChatMessage("whatsapp", phone, List.of(), world.templateSlug, null, messageId, text, null));
    }

    private boolean deliver(RoutedMessage message) {
        return delivered.add(message);
    }

    private final class Serving implements ServingAgents {

        @Override
        public ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor) {
            throw new UnsupportedOperationException("the registry's own tests let agents serve");
        }

        @Override
        public Optional<ServingAgent> servingAgentOf(UUID templateAgentId) {
            return served && templateAgentId.equals(world.templateId)
                    ? Optional.of(new ServingAgent(agent, new AgentUserId("@agent-a-b:example")))
                    : Optional.empty();
        }
    }
}
