package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RawConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that disconnect, or send more than is accepted. */
public interface InterruptedRequestCases extends Cases, LoggingServer {

    long MOST = 100_000_000;

    @Test
    @Timeout(90)
    @DisplayName("a body over the limit is not read to its end: the connection is closed soon")
    default void aBodyOverTheLimitIsNotReadToItsEnd() {
        String token = gatehouse().tokenFor(Map.of("username", "flooding"));
        int logged = serverLog().length();
        for (String framing : List.of("Content-Length: " + MOST, "Transfer-Encoding: chunked")) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                connection.request(
                        "POST /api/install",
                        "Content-Type: application/json",
                        "Authorization: Bearer " + token,
                        framing);
                if (framing.startsWith("Transfer")) {
                    connection.send(Long.toHexString(MOST) + "\r\n");
                }
                assertThat(connection.sendUntilClosed(MOST)).as(framing).isLessThan(MOST / 4);
            }
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                connection.request("POST /api/webhooks/slack/x", "Content-Type: application/json", framing);
                if (framing.startsWith("Transfer")) {
                    connection.send(Long.toHexString(MOST) + "\r\n");
                }
                assertThat(connection.sendUntilClosed(MOST)).as(framing).isLessThan(MOST / 4);
            }
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
    }

    @Test
    @Timeout(90)
    @DisplayName("nor is one in chunks, which declares no length")
    default void aBodyInChunksIsNotReadToItsEnd() {
        String user = "Authorization: Bearer " + gatehouse().tokenFor(Map.of("username", "flooding"));
        int logged = serverLog().length();
        for (String path : List.of("/api/install", "/api/webhooks/slack/x")) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                connection.request(
                        "POST " + path, "Content-Type: application/json", user, "Transfer-Encoding: chunked");
                assertThat(connection.sendChunksUntilClosed(MOST)).as(path).isLessThan(MOST / 4);
            }
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
    }

    @Test
    @DisplayName("clients that disconnect within their bodies are no incident, and log at most a line")
    default void aClientThatDisconnectsIsNoIncident() {
        String user = "Authorization: Bearer " + gatehouse().tokenFor(Map.of("username", "leaving"));
        String host = "Authorization: Bearer " + Gatehouse.HOST_TOKEN;
        String json = "Content-Type: application/json";
        int logged = serverLog().length();
        for (int i = 0; i < 10; i++) {
            breakOff("POST /api/install", "{\"slug\":", user, json, "Content-Length: 100");
            breakOff("POST /api/install", "20\r\n{\"slug\":", user, json, "Transfer-Encoding: chunked");
            breakOff("POST /bridge/v1/agents", "{", host, json, "Content-Length: 100", "Idempotency-Key: broken-" + i);
            breakOff("POST /api/webhooks/slack/x", "{", json, "Content-Length: 100");
            breakOff("POST /oauth2/token", "a=", "Content-Type: " + MalformedRequestCases.FORM, "Content-Length: 100");
            breakOff("POST /session/sign-out", "", "Content-Type: " + MalformedRequestCases.FORM, "Content-Length: 9");
            breakOff("GET /openapi", "", "Accept: application/json");
            breakOff("GET " + MalformedRequestCases.MANIFEST, "");
        }
        // There is no signal for when the server has noticed the last of them.
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    assertThat(serverLog().faultsSince(logged)).isEmpty();
                    assertThat(serverLog().stackTracesSince(logged)).isEmpty();
                });
        gatehouse().anyone().get("/health/live").expecting(200);
    }

    private void breakOff(String requestLine, String body, String... headers) {
        try (RawConnection connection = RawConnection.to(gatehouse())) {
            connection.request(requestLine, headers).send(body).breakOff();
        }
    }
}
