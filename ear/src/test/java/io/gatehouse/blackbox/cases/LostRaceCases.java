package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With a PostgreSQL where another transaction holds a lock for longer than the lock timeout of one second. */
public interface LostRaceCases extends Cases {

    /** A lock that every audited change needs. */
    String LOCK = "lock table audit_head in access exclusive mode";

    Postgres postgres();

    @Test
    @DisplayName("a change that loses a race is retried, unnoticed by its caller")
    default void aChangeThatLosesARaceIsRetried()
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        Connection inTheWay = postgres().open(LOCK);
        CompletableFuture<RegisteredAgent> registered =
                CompletableFuture.supplyAsync(() -> RegisteredAgent.at(gatehouse()));
        try (inTheWay) {
            Awaitility.await("a lock held for longer than the lock timeout")
                    .during(1_500, TimeUnit.MILLISECONDS)
                    .until(() -> !registered.isDone());
            inTheWay.rollback();
        }

        registered.get(10, TimeUnit.SECONDS).caller().type().expecting(200);
    }

    @Test
    @DisplayName("a change that loses every race is 503 with Retry-After, and no incident")
    default void aChangeThatLosesEveryRaceIsUnavailable() throws SQLException {
        try (Connection inTheWay = postgres().open(LOCK)) {
            Answer answer = gatehouse()
                    .host()
                    .post(
                            "/bridge/v1/agents",
                            Json.createObjectBuilder().add("alias", "echo").add("host", "h" + UUID.randomUUID()))
                    .expectingProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            inTheWay.rollback();
        }
        RegisteredAgent.at(gatehouse());
    }

    @Test
    @DisplayName("an acknowledgement that loses a race is retried, and later messages are not lost")
    default void anAcknowledgementThatLosesARaceIsRetried()
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        RegisteredAgent agent = agentWith("one", "two");
        String since = "/bridge/v1/messages?timeout=0&since=" + position(agent, 0);
        Connection inTheWay = postgres().open(lockInbox(agent));
        CompletableFuture<Answer> acknowledged =
                CompletableFuture.supplyAsync(() -> agent.caller().get(since));
        try (inTheWay) {
            Awaitility.await("a lock held for longer than the lock timeout")
                    .during(1_500, TimeUnit.MILLISECONDS)
                    .until(() -> !acknowledged.isDone());
            inTheWay.rollback();
        }

        assertThat(bodies(acknowledged.get(10, TimeUnit.SECONDS))).containsExactly("two");
        assertThat(agent.bodies()).as("the first is gone").containsExactly("two");
    }

    @Test
    @DisplayName("an acknowledgement that loses every race is 503 with Retry-After, and its messages come again")
    default void anAcknowledgementThatLosesEveryRaceDeletesNothing() throws SQLException {
        RegisteredAgent agent = agentWith("one", "two");
        String since = "/bridge/v1/messages?timeout=0&since=" + position(agent, 1);
        try (Connection inTheWay = postgres().open(lockInbox(agent))) {
            Answer answer = agent.caller().get(since).expectingProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            agent.caller().getAsStream(since, Map.of()).expectingProblem(503, "unavailable");
            assertThat(agent.bodies()).containsExactly("one", "two");
            inTheWay.rollback();
        }

        assertThat(bodies(agent.caller().get(since))).isEmpty();
        assertThat(agent.bodies()).isEmpty();
    }

    private RegisteredAgent agentWith(String... messages) {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent sender = RegisteredAgent.at(gatehouse());
        for (String message : messages) {
            sender.say(agent, message);
        }
        return agent;
    }

    private static long position(RegisteredAgent agent, int message) {
        return agent.inbox().get(message).getJsonNumber("position").longValue();
    }

    /** Locks the messages of an inbox against deletion, not against reading; returns the statement. */
    private static String lockInbox(RegisteredAgent agent) {
        return "select 1 from inbox_message m join agent a on a.id = m.agent_id where a.agent_user_id = '"
                + agent.userId() + "' for update of m";
    }

    private static List<String> bodies(Answer answer) {
        return answer.expecting(200).json().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("body"))
                .toList();
    }
}
