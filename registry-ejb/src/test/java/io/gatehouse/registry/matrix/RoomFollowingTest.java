package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.Succession;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The order of the calls that follow a room, and what ends it. */
class RoomFollowingTest {

    private static final MatrixReply OK = ok("{}");
    private static final MatrixReply CREATED = ok("{\"predecessor\":{\"room_id\":\"!old\"}}");
    private static final MatrixReply FORBIDDEN = new Failed(403, "M_FORBIDDEN");
    private static final MatrixReply UNREACHABLE = new MatrixReply.Unavailable(Duration.ofSeconds(1), "it is away");
    private static final String JOIN = "POST v3/join/%21new?server_name=x.test&via=x.test";
    private static final String AGENT_JOINS = JOIN + "&user_id=%40a";
    private static final String CREATION = "GET v3/rooms/%21new/state/m.room.create?user_id=%40a";
    private static final String BOTS_CREATION = "GET v3/rooms/%21new/state/m.room.create";
    private static final String INVITE = "POST v3/rooms/%21new/invite";
    private static final String BOT_THERE = "GET v3/rooms/%21old/state/m.room.member/%40gatehouse%3Atwin.test";
    private static final String AGENT_LEAVES = "POST v3/rooms/%21new/leave?user_id=%40a";
    private static final Succession NEW = new Succession("!old", "!new", "x.test", false);
    private static final Succession MEMBER_BEFORE = new Succession("!old", "!new", "x.test", true);

    private final Queue<MatrixReply> replies = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final RoomFollowing following;

    RoomFollowingTest() {
        Settings settings = TestHomeserver.settings(URI.create("http://127.0.0.1:1"), Map.of());
        HomeserverClient client = new ScriptedClient(replies, calls);
        following = new RoomFollowing(client, new RoomJoin(client), settings);
    }

    @Test
    void theAgentJoinsThroughTheGivenServerAndTheBotFollowsIfItWasAMember() {
        assertThat(follow(NEW, OK, CREATED, ok("{\"membership\":\"join\"}"), OK))
                .isInstanceOf(Done.class);
        assertThat(calls).containsExactly(AGENT_JOINS, CREATION, BOT_THERE, JOIN);

        assertThat(follow(NEW, OK, CREATED, ok("{\"membership\":\"leave\"}"))).isInstanceOf(Done.class);
        assertThat(follow(NEW, OK, CREATED, FORBIDDEN)).isInstanceOf(Done.class);
        assertThat(follow(NEW, OK, CREATED, ok("{\"membership\":\"join\"}"), UNREACHABLE))
                .as("the bot joins when it is needed")
                .isInstanceOf(Done.class);
    }

    @Test
    void aRoomThatDoesNotNameItsPredecessorIsLeft() {
        for (MatrixReply creation : List.of(
                OK,
                FORBIDDEN,
                ok("{\"predecessor\":{}}"),
                ok("{\"predecessor\":\"!old\"}"),
                ok("{\"predecessor\":{\"room_id\":\"!OLD\"}}"))) {
            assertThat(reason(follow(NEW, OK, creation, OK))).isEqualTo(Reason.FORBIDDEN);
            assertThat(calls).containsExactly(AGENT_JOINS, CREATION, AGENT_LEAVES);
        }
        assertThat(follow(NEW, OK, OK, UNREACHABLE)).as("it must still leave").isInstanceOf(Unavailable.class);
    }

    @Test
    void aRoomTheAgentWasInBeforeIsNotLeft() {
        assertThat(reason(follow(MEMBER_BEFORE, OK, OK))).isEqualTo(Reason.FORBIDDEN);
        assertThat(calls).as("it may be invited without having joined yet").containsExactly(AGENT_JOINS, CREATION);
        assertThat(follow(MEMBER_BEFORE, OK, CREATED, FORBIDDEN)).isInstanceOf(Done.class);
    }

    @Test
    void aRefusedLeaveIsRetriedUnlessTheAgentIsNotInTheRoom() {
        assertThat(follow(NEW, OK, OK, new Failed(400, "M_UNKNOWN"))).isInstanceOf(Unavailable.class);
        assertThat(reason(follow(NEW, OK, OK, FORBIDDEN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(follow(NEW, OK, OK, new Failed(404, "M_NOT_FOUND")))).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void theBotInvitesNoAgentToARoomThatIsNotTheSuccessor() {
        for (MatrixReply creation : List.of(OK, ok("{\"predecessor\":{\"room_id\":\"!OLD\"}}"))) {
            assertThat(reason(follow(NEW, FORBIDDEN, creation))).isEqualTo(Reason.FORBIDDEN);
            assertThat(calls).containsExactly(AGENT_JOINS, BOTS_CREATION);
        }
    }

    @Test
    void theBotInvitesTheAgentToASuccessorItIsIn() {
        assertThat(follow(NEW, FORBIDDEN, CREATED, FORBIDDEN, OK, OK, CREATED, FORBIDDEN))
                .isInstanceOf(Done.class);
        assertThat(calls)
                .containsExactly(AGENT_JOINS, BOTS_CREATION, AGENT_JOINS, INVITE, AGENT_JOINS, CREATION, BOT_THERE);
    }

    @Test
    void aRefusalToJoinDiffersFromAnOutage() {
        assertThat(reason(follow(NEW, FORBIDDEN, FORBIDDEN))).isEqualTo(Reason.NOT_IN_ROOM);
        assertThat(calls).containsExactly(AGENT_JOINS, BOTS_CREATION);
        assertThat(follow(NEW, FORBIDDEN, UNREACHABLE)).isInstanceOf(Unavailable.class);
        assertThat(follow(NEW, UNREACHABLE)).isInstanceOf(Unavailable.class);
        assertThat(follow(NEW, OK, UNREACHABLE)).isInstanceOf(Unavailable.class);
    }

    private HomeserverAnswer<Void> follow(Succession rooms, MatrixReply... script) {
        replies.addAll(List.of(script));
        calls.clear();
        HomeserverAnswer<Void> answer = following.follow("@a", rooms);
        assertThat(replies).as("replies that were not requested").isEmpty();
        return answer;
    }

    private static Reason reason(HomeserverAnswer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reason();
    }

    private static MatrixReply ok(String json) {
        return new Ok(Json.createReader(new StringReader(json)).readObject());
    }
}
