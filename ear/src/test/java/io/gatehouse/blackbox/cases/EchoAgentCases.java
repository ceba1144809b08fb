package io.gatehouse.blackbox.cases;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** examples/echo-agent, started as described in its README. */
public interface EchoAgentCases extends Cases {

    Duration PATIENCE = Duration.ofSeconds(30);

    /** It is stopped and started again. */
    MicroProcess server();

    @Override
    default Gatehouse gatehouse() {
        return server().gatehouse();
    }

    @Test
    @Timeout(180)
    @DisplayName("the echo agent answers, reconnects after a restart of the server, and shuts down on Ctrl-C")
    default void theEchoAgentAnswersReconnectsAndShutsDown() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        try (EchoAgent echo = EchoAgent.at(gatehouse())) {
            RegisteredAgent speaker = RegisteredAgent.at(gatehouse());
            String first = say(speaker, "Tea?", echo, room);
            awaitEcho(speaker, "Tea?", first, echo);

            server().stop();
            server().start();
            String second = say(speaker, "Still there?", echo, room);
            awaitEcho(speaker, "Still there?", second, echo);
            assertThat(speaker.bodies()).as("each was answered once").containsExactly("Tea?", "Still there?");
            assertThat(registered(echo).getString("status")).isEqualTo("active");

            assertThat(echo.interrupt()).as(echo.said()).isTrue();
            assertThat(echo.said()).endsWith("Deregistered\n");
            JsonObject gone = registered(echo);
            assertThat(gone.getString("status")).isEqualTo("retired");
            assertThat(gone.getInt("active_tokens")).isZero();
        }
    }

    private static void awaitEcho(RegisteredAgent speaker, String body, String eventId, EchoAgent echo) {
        Awaitility.await("the echo of " + body).atMost(PATIENCE).until(() -> speaker.inbox().stream()
                .anyMatch(message -> message.getString("body").equals(body)
                        && message.getString("sender").equals(echo.userId())
                        && message.getString("msgtype").equals("m.notice")
                        && message.getString("reply_to").equals(eventId)));
    }

    private static String say(RegisteredAgent speaker, String body, EchoAgent echo, String room) {
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

    private JsonObject registered(EchoAgent echo) {
        return gatehouse()
                .host()
                .get("/bridge/v1/agents?status=all&host=" + echo.host())
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0);
    }
}
