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

/** The order of the calls, with a homeserver that fails in between. */
class RoomJoinTest {

    private static final MatrixReply OK = new Ok(JsonValue.EMPTY_JSON_OBJECT);
    private static final MatrixReply FORBIDDEN = new Failed(403, "M_FORBIDDEN");
    private static final MatrixReply SLOW = new Unavailable(Duration.ofSeconds(1), "it is slow");
    private static final MatrixReply BEYOND = new Failed(504, "M_UNKNOWN");
    private static final String AGENT_JOINS = "POST v3/join/%21r?user_id=%40a";
    private static final String BOT_INVITES = "POST v3/rooms/%21r/invite";
    private static final String BOT_JOINS = "POST v3/join/%21r";

    private final Queue<MatrixReply> replies = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final RoomJoin entry = new RoomJoin(new ScriptedClient(replies, calls));

    @Test
    void theBotComesAndInvites() {
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, OK, OK)).isEqualTo(OK);
        assertThat(calls).containsExactly(AGENT_JOINS, BOT_INVITES, BOT_JOINS, BOT_INVITES, AGENT_JOINS);
    }

    @Test
    void whereTheBotMayNotComeNeitherMayTheAgent() {
        assertThat(join(FORBIDDEN, FORBIDDEN, FORBIDDEN)).isEqualTo(FORBIDDEN);
    }

    @Test
    void anOutageIsNoRefusal() {
        assertThat(join(SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, FORBIDDEN, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, FORBIDDEN, BEYOND)).isEqualTo(BEYOND);
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, SLOW)).isEqualTo(SLOW);
        assertThat(join(FORBIDDEN, OK, SLOW)).isEqualTo(SLOW);
    }

    @Test
    void whoCameByACallThatWasGivenUpIsThere() {
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, FORBIDDEN, OK)).isEqualTo(OK);
        assertThat(join(FORBIDDEN, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN)).isEqualTo(FORBIDDEN);
    }

    private MatrixReply join(MatrixReply... script) {
        replies.addAll(List.of(script));
        calls.clear();
        MatrixReply reply = entry.join("@a", "!r");
        assertThat(replies).as("what was not asked").isEmpty();
        return reply;
    }
}
