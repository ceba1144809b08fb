package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.EchoAgent;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** examples/echo-agent, as its README starts it. */
@DisplayName("the echo agent")
class EchoAgentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final MicroProcess server = new MicroProcess().with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);

    private final String room = "!" + UUID.randomUUID() + ":localhost";
    private EchoAgent echo;

    @BeforeEach
    void start() {
        echo = EchoAgent.at(server.gatehouse());
    }

    @AfterEach
    void stop() {
        echo.close();
    }

    @Test
    @Timeout(180)
    @DisplayName("answers, comes back to a server that was gone, and takes its leave on Ctrl-C")
    void answersComesBackAndTakesItsLeave() {
        RegisteredAgent speaker = RegisteredAgent.at(server.gatehouse());
        String first = say(speaker, "Tea?");
        awaitEcho(speaker, "Tea?", first);

        server.stop();
        server.start();
        String second = say(speaker, "Still there?");
        awaitEcho(speaker, "Still there?", second);
        assertThat(speaker.bodies()).as("each was answered once").containsExactly("Tea?", "Still there?");
        assertThat(registered().getString("status")).isEqualTo("active");

        assertThat(echo.interrupt()).as(echo.said()).isTrue();
        assertThat(echo.said()).endsWith("Gone\n");
        JsonObject gone = registered();
        assertThat(gone.getString("status")).isEqualTo("retired");
        assertThat(gone.getInt("active_tokens")).isZero();
    }

    private void awaitEcho(RegisteredAgent speaker, String body, String eventId) {
        Awaitility.await("the echo of " + body).atMost(PATIENCE).until(() -> speaker.inbox().stream()
                .anyMatch(message -> message.getString("body").equals(body)
                        && message.getString("sender").equals(echo.userId())
                        && message.getString("msgtype").equals("m.notice")
                        && message.getString("reply_to").equals(eventId)));
    }

    private String say(RegisteredAgent speaker, String body) {
        return speaker.caller()
                .post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", room)
                                .add("body", body)
                                .add("mentions", Json.createArrayBuilder().add(echo.userId())))
                .expecting(200)
                .json()
                .getString("event_id");
    }

    private JsonObject registered() {
        return server.gatehouse()
                .host()
                .get("/bridge/v1/agents?status=all&host=" + echo.host())
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0);
    }
}
