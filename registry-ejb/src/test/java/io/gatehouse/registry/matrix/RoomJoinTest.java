package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The order of the calls when the homeserver fails in between. */
class RoomJoinTest {

    private static final MatrixReply OK = new Ok(JsonValue.EMPTY_JSON_OBJECT);
    private static final MatrixReply FORBIDDEN = new Failed(403, "M_FORBIDDEN");
    private static final MatrixReply SLOW = new Unavailable(Duration.ofSeconds(1), "it is slow");
    private static final MatrixReply OTHER_SERVER_DOWN = new Failed(504, "M_UNKNOWN");
    private static final String AGENT_JOINS = "POST v3/join/%21r?user_id=%40a";
    private static final String BOT_INVITES = "POST v3/rooms/%21r/invite";
    private static final String BOT_JOINS = "POST v3/join/%21r";

    private final Queue<MatrixReply> replies = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final RoomJoin roomJoin = new RoomJoin(new ScriptedClient(replies, calls));

    @Test
    void theBotJoinsAndInvites() {
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, OK, OK)).isEqualTo(OK);
        assertThat(calls).containsExactly(AGENT_JOINS, BOT_INVITES, BOT_JOINS, BOT_INVITES, AGENT_JOINS);
    }

    @Test
    void ifTheBotMayNotJoinTheAgentMayNot() {
        assertThat(join(FORBIDDEN, FORBIDDEN, FORBIDDEN)).isEqualTo(FORBIDDEN);
    }

    @Test
    void anOutageIsNotARefusal() {
        assertThat(join(SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, FORBIDDEN, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, FORBIDDEN, OTHER_SERVER_DOWN)).isEqualTo(OTHER_SERVER_DOWN);
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, OK, SLOW)).isEqualTo(SLOW);
    }

    @Test
    void anAgentThatJoinedByATimedOutCallIsInTheRoom() {
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, FORBIDDEN, OK)).isEqualTo(OK);
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN)).isEqualTo(FORBIDDEN);
    }

    private MatrixReply join(MatrixReply... script) {
        replies.addAll(List.of(script));
        calls.clear();
        MatrixReply reply = roomJoin.join("@a", "!r");
        assertThat(replies).as("replies that were not requested").isEmpty();
        return reply;
    }
}
