package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RegisteredAgent;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the server handles a failing homeserver. Nothing else uses this deployment meanwhile. */
public interface HomeserverCases extends MatrixChannelCases {

    Duration PATIENCE = Duration.ofSeconds(30);

    @AfterEach
    default void mend() {
        homeserver().failNext(0);
        homeserver().limiting(false);
        homeserver().down(false);
        awaitReadiness(200);
    }

    @Test
    @DisplayName("a send that fails twice is retried with the same transaction id, and succeeds")
    default void aFailedSendIsRetried() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        homeserver().failNext(2);

        send(agent, room, "once").expecting(200);

        List<String> sends = sendsTo(room);
        assertThat(sends).hasSize(3);
        assertThat(sends).containsOnly(sends.get(0));
    }

    @Test
    @DisplayName("the homeserver's Retry-After is passed on, and the call is not retried")
    default void theHomeserversRetryAfterIsPassedOn() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        homeserver().limiting(true);

        Answer refused = send(agent, room, "later").expectingProblem(503, "unavailable");

        assertThat(refused.header("Retry-After")).as(refused.toString()).isEqualTo("3");
        assertThat(sendsTo(room)).hasSize(1);
        homeserver().limiting(false);
        send(agent, room, "later").expecting(200);
        assertThat(sendsTo(room)).containsOnly(sendsTo(room).get(0));
    }

    @Test
    @DisplayName("in an outage nothing is partially done, readiness is 503, and calls pause; afterwards all resumes")
    default void duringAnOutageNothingIsPartiallyDone() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        String host = "h" + UUID.randomUUID();
        homeserver().down(true);

        Answer refused = register(host).expectingProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).as(refused.toString()).matches("[1-9][0-9]*");
        assertThat(gatehouse()
                        .host()
                        .get("/bridge/v1/agents?host=" + host + "&status=all")
                        .text())
                .doesNotContain(host);
        awaitReadiness(503);

        Awaitility.await("the circuit to open").atMost(PATIENCE).until(() -> {
            int before = homeserver().calls();
            Answer answer = send(agent, room, "survivor").expectingProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).as(answer.toString()).matches("[1-9][0-9]*");
            return homeserver().calls() == before;
        });

        homeserver().down(false);
        Awaitility.await("the circuit to close")
                .atMost(PATIENCE)
                .until(() -> send(agent, room, "survivor").status() == 200);
        awaitReadiness(200);
        assertThat(sendsTo(room)).containsOnly(sendsTo(room).get(0));
        Awaitility.await("the registration")
                .atMost(PATIENCE)
                .until(() -> register(host).status() == 201);
    }

    private Answer register(String host) {
        return gatehouse()
                .host()
                .post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", host));
    }

    private Answer send(RegisteredAgent agent, String room, String transaction) {
        return agent.caller()
                .post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", room)
                                .add("body", "hello")
                                .add("txn_id", transaction));
    }

    private List<String> sendsTo(String room) {
        return homeserver().sends().stream().filter(path -> path.contains(room)).toList();
    }

    private void awaitReadiness(int status) {
        Awaitility.await("readiness " + status)
                .atMost(PATIENCE)
                .until(() -> gatehouse().anyone().get("/health/ready").status() == status);
    }

    private static String newRoom() {
        return "!" + UUID.randomUUID() + ":localhost";
    }
}
