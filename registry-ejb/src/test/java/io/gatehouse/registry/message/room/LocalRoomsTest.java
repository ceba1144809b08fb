package io.gatehouse.registry.message.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverContract;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StoreTest
class LocalRoomsTest implements HomeserverContract {

    private final TestDatabase database;
    private final TestRooms test;
    private final UUID organization;

    LocalRoomsTest(TestDatabase database) {
        this.database = database;
        this.test = new TestRooms(database);
        this.organization = test.organization();
    }

    @Override
    public Homeserver homeserver() {
        return test.rooms;
    }

    @Override
    public AgentUserId agent() {
        return new AgentUserId(test.agent(organization).userId());
    }

    @Override
    public String room() {
        return "!" + UUID.randomUUID() + ":test";
    }

    @Override
    public List<String> received(AgentUserId agent, String roomId) {
        return TestInbox.contents(
                database, test.knownAgents().find(agent.value()).orElseThrow().id(), roomId);
    }

    @Test
    void aMentionedAgentJoinsTheRoom() {
        KnownAgent ada = test.agent(organization);
        KnownAgent bob = test.agent(organization);
        String room = room();
        String content = mentioning(bob);

        assertThat(send(ada, room, content)).startsWith("$");

        assertThat(contents(bob, room)).containsExactly(content);
    }

    @Test
    void roomsOfTheSameNameAreSeparatePerTenant() {
        KnownAgent ada = test.agent(organization);
        KnownAgent eve = test.agent(test.organization());
        String room = room();

        assertThat(send(ada, room, HomeserverContract.text("ours"))).startsWith("$");
        assertThat(send(eve, room, mentioning(ada))).startsWith("$");
        assertThat(send(ada, room, mentioning(eve))).startsWith("$");

        assertThat(contents(ada, room)).isEmpty();
        assertThat(contents(eve, room)).isEmpty();
    }

    @Test
    void anotherNodeRecognizesTheTransaction() {
        KnownAgent ada = test.agent(organization);
        String room = room();

        HomeserverAnswer<String> first = test.rooms.send(
                new AgentUserId(ada.userId()), room, MESSAGE, HomeserverContract.text("once"), "transaction");
        HomeserverAnswer<String> second = test.newNode()
                .send(new AgentUserId(ada.userId()), room, MESSAGE, HomeserverContract.text("once"), "transaction");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void concurrentMessagesReachEveryOtherMemberOnce() {
        String room = room();
        List<KnownAgent> members = List.of(
                test.agent(organization), test.agent(organization), test.agent(organization), test.agent(organization));
        members.forEach(agent ->
                assertThat(send(agent, room, HomeserverContract.text("here"))).isNotEmpty());

        List<String> events = Crowd.of(
                16, number -> send(members.get(number % 4), room, HomeserverContract.text("message " + number)));

        assertThat(events).doesNotHaveDuplicates();
        assertThat(contents(members.get(0), room))
                .filteredOn(content -> content.contains("message"))
                .hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "room", "#room:test", "!a\u0000b"})
    void anInvalidRoomIdIsUnknown(String room) {
        assertThat(test.rooms.send(agent(), room, MESSAGE, "{}", "1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_ROOM));
    }

    @Test
    void anUnregisteredAgentCannotSend() {
        assertThat(test.rooms.send(new AgentUserId("@agent-nobody-nowhere:test"), room(), MESSAGE, "{}", "1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    private List<String> contents(KnownAgent agent, String room) {
        return TestInbox.contents(database, agent.id(), room);
    }

    private String send(KnownAgent sender, String room, String content) {
        HomeserverAnswer<String> answer = test.rooms.send(
                new AgentUserId(sender.userId()),
                room,
                MESSAGE,
                content,
                UUID.randomUUID().toString());
        return Objects.requireNonNull(((Done<String>) answer).value());
    }

    private static String mentioning(KnownAgent agent) {
        return "{\"body\":\"you\",\"m.mentions\":{\"user_ids\":[\"" + agent.userId() + "\"]}}";
    }
}
