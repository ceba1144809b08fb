package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixHomeserverTest implements HomeserverContract {

    private static final MatrixTwin twin = new MatrixTwin();

    private final MatrixHomeserver homeserver = TestHomeserver.of(TestHomeserver.settings(twin.uri(), Map.of()));

    @AfterAll
    static void stop() {
        twin.close();
    }

    @Override
    public Homeserver homeserver() {
        return homeserver;
    }

    @Override
    public AgentUserId agent() {
        return new AgentUserId("@agent-a" + UUID.randomUUID() + "-web1:" + MatrixTwin.SERVER_NAME);
    }

    @Override
    public String room() {
        return twin.room(MatrixTwin.BOT);
    }

    @Override
    public List<String> received(AgentUserId agent, String roomId) {
        return twin.received(agent.value(), roomId);
    }

    @Test
    void theUserHasTheAgentsDisplayName() {
        AgentUserId agent = ensured(agent());

        assertThat(homeserver.ensureUser(agent, "Echo ☕ \"quoted\"")).isInstanceOf(Done.class);

        assertThat(twin.displayName(agent.value())).isEqualTo("Echo ☕ \"quoted\"");
    }

    @Test
    void aRetryAfterARestartOfTheHomeserverSendsOnce() {
        AgentUserId ada = ensured(agent());
        AgentUserId bob = ensured(agent());
        String room = room();
        assertThat(homeserver.join(bob, room)).isInstanceOf(Done.class);

        HomeserverAnswer<String> first = send(ada, room, "once");
        twin.restart();
        HomeserverAnswer<String> second = send(ada, room, "once");

        assertThat(second).isEqualTo(first).isInstanceOf(Done.class);
        assertThat(received(bob, room)).hasSize(1);
    }

    @Test
    void aDeviceThatTheHomeserverLostIsCreatedAgain() {
        AgentUserId ada = ensured(agent());
        String room = room();
        twin.deleteDevices();

        HomeserverAnswer<String> first = send(ada, room, "once");
        twin.restart();

        assertThat(send(ada, room, "once")).isEqualTo(first).isInstanceOf(Done.class);
    }

    @Test
    void anInvitedAgentJoinsWithoutTheBot() {
        AgentUserId ada = ensured(agent());
        String room = twin.room();
        twin.invite(ada.value(), room);

        assertThat(send(ada, room, "here")).isInstanceOf(Done.class);
    }

    @Test
    void theInvitedBotJoinsWhenAnAgentNeedsIt() {
        String room = twin.room();
        twin.invite(MatrixTwin.BOT, room);

        assertThat(send(ensured(agent()), room, "here")).isInstanceOf(Done.class);
    }

    @Test
    void anyAgentJoinsAnOpenRoom() {
        assertThat(send(ensured(agent()), twin.openRoom(), "here")).isInstanceOf(Done.class);
    }

    @Test
    void anAgentWithoutAnInvitationIsRefused() {
        AgentUserId ada = ensured(agent());
        String room = twin.room("@alice:" + MatrixTwin.SERVER_NAME);

        assertThat(reason(send(ada, room, "here"))).isEqualTo(Reason.NOT_IN_ROOM);
        assertThat(reason(homeserver.join(ada, room))).isEqualTo(Reason.NOT_IN_ROOM);
        assertThat(reason(homeserver.setTyping(ada, room, true, SECONDS))).isEqualTo(Reason.NOT_IN_ROOM);
    }

    @Test
    void anUnknownRoomIsRefused() {
        AgentUserId ada = ensured(agent());

        assertThat(reason(send(ada, "!nowhere:twin.test", "here"))).isEqualTo(Reason.UNKNOWN_ROOM);
        assertThat(reason(homeserver.join(ada, "!nowhere:twin.test"))).isEqualTo(Reason.UNKNOWN_ROOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "room", "#room:test", "!a\u0000b", "!a b", "!a\nb", "!\u007F"})
    void anInvalidRoomIdIsRefusedWithoutACall(String room) {
        assertThat(reason(send(agent(), room, "here"))).isEqualTo(Reason.UNKNOWN_ROOM);
        assertThat(reason(homeserver.join(agent(), room))).isEqualTo(Reason.UNKNOWN_ROOM);
        assertThat(reason(homeserver.setTyping(agent(), room, true, SECONDS))).isEqualTo(Reason.UNKNOWN_ROOM);
    }

    @Test
    void othersSeeThatAnAgentTypesUntilItStops() {
        AgentUserId ada = ensured(agent());
        String room = room();

        assertThat(homeserver.setTyping(ada, room, true, SECONDS)).isInstanceOf(Done.class);
        assertThat(twin.isTyping(ada.value(), room)).isTrue();

        assertThat(homeserver.setTyping(ada, room, false, SECONDS)).isInstanceOf(Done.class);
        assertThat(twin.isTyping(ada.value(), room)).isFalse();
    }

    @Test
    void aUserOutsideOfTheNamespaceIsRefused() {
        HomeserverAnswer<Void> answer = homeserver.ensureUser(new AgentUserId("@alice:twin.test"), null);

        assertThat(reason(answer)).isEqualTo(Reason.FORBIDDEN);
        assertThat(answer.toString()).contains("namespace", "registration file");
    }

    @Test
    void aUserOfAnotherServerIsRefused() {
        assertThat(reason(homeserver.ensureUser(new AgentUserId("@agent-a-b:elsewhere.test"), null)))
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void aHomeserverOfAnotherNameIsRefused() {
        MatrixHomeserver misnamed = TestHomeserver.of(
                TestHomeserver.settings(twin.uri(), Map.of("gatehouse.matrix.server-name", "elsewhere.test")));

        HomeserverAnswer<Void> answer =
                misnamed.ensureUser(new AgentUserId("@agent-" + UUID.randomUUID() + "-b:elsewhere.test"), null);

        assertThat(reason(answer)).isEqualTo(Reason.FORBIDDEN);
        assertThat(answer.toString()).contains("gatehouse.matrix.server-name");
    }

    @Test
    void aWrongTokenIsAnOutageThatNamesTheToken() {
        MatrixHomeserver stranger =
                TestHomeserver.of(TestHomeserver.settings(twin.uri(), Map.of("gatehouse.matrix.as-token", "another")));

        assertThat(stranger.ensureUser(agent(), null))
                .isInstanceOfSatisfying(
                        Unavailable.class, outage -> assertThat(outage.why()).contains("as_token"));
    }

    private AgentUserId ensured(AgentUserId agent) {
        assertThat(homeserver.ensureUser(agent, null)).isInstanceOf(Done.class);
        return agent;
    }

    private HomeserverAnswer<String> send(AgentUserId sender, String room, String transaction) {
        return homeserver.send(sender, room, MESSAGE, HomeserverContract.text("hello"), transaction);
    }

    private static Reason reason(HomeserverAnswer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reason();
    }
}
