package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.ServerLog;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With a PostgreSQL in which the sealed secrets of a connection were altered. */
public interface UnreadableSecretCases extends Cases {

    Postgres postgres();

    /** The server's log file. */
    Path log();

    @Test
    @DisplayName(
            "while its secrets do not open, a connection's webhook is 503 and it is shown broken; one PATCH repairs it")
    default void aConnectionWhoseSecretsDoNotOpenIsRepairedByOnePatch() {
        Caller admin = gatehouse().administrator();
        ServerLog log = new ServerLog(log());
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject channel = Channel.whatsapp(platform.url());
            JsonObject connection = admin.post(ConnectionCases.CONNECTIONS, channel)
                    .expecting(201)
                    .json();
            String path = ConnectionCases.CONNECTIONS + "/" + connection.getString("id");
            Webhook webhook = new Webhook(gatehouse(), connection);
            String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
            Said message = new Said(phone, "Hello");
            int before = log.length();

            postgres()
                    .execute("update connection set sealed_settings = 'altered' where id = '"
                            + connection.getString("id") + "'");
            Awaitility.await("the end of its cache")
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            webhook.whatsapp(Webhook.whatsappBody(List.of())).status() == 503);

            for (Answer answer : List.of(
                    webhook.whatsapp(message),
                    gatehouse()
                            .anyone()
                            .get(webhook.path() + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token="
                                    + Channel.VERIFY_TOKEN))) {
                assertThat(answer.expectingProblem(503, "unavailable").header("Retry-After"))
                        .isNotEmpty();
            }
            assertThat(admin.get(path).expecting(200).json().getBoolean("broken"))
                    .isTrue();
            assertThat(admin.post(path + "/check").expecting(200).text()).contains("set all secrets");
            assertThat(admin.patch(path, "{\"name\":\"Renamed\"}")
                            .expectingProblem(400, "invalid_body")
                            .text())
                    .contains("/settings/appSecret", "/settings/accessToken", "/settings/verifyToken");

            assertThat(admin.patch(
                                    path,
                                    Json.createObjectBuilder()
                                            .add("settings", channel.getJsonObject("settings"))
                                            .build()
                                            .toString())
                            .expecting(200)
                            .json()
                            .getBoolean("broken"))
                    .isFalse();
            webhook.whatsapp(message).expecting(200);
            Awaitility.await("the answer")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform.saidTo(phone).size() == 1);
            admin.delete(path).expecting(204);

            assertThat(log.stackTracesSince(before)).isEmpty();
            assertThat(log.linesSince(before))
                    .filteredOn(line -> line.contains("does not work until its secrets are set anew"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("a repeated call whose stored answer does not open is 503")
    default void aRepeatedCallWhoseStoredAnswerDoesNotOpenIsUnavailable() {
        Caller admin = gatehouse().administrator();
        String body = Channel.matrix("!" + UUID.randomUUID() + ":localhost").toString();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String made = create(admin, body, key).expecting(201).json().getString("id");
        assertThat(create(admin, body, key).expecting(201).json().getString("id"))
                .isEqualTo(made);

        postgres().execute("update idempotency_record set sealed_answer = 'altered'");

        assertThat(create(admin, body, key).expectingProblem(503, "unavailable").header("Retry-After"))
                .isNotEmpty();
        admin.delete(ConnectionCases.CONNECTIONS + "/" + made).expecting(204);
    }

    private static Answer create(Caller admin, String body, Map<String, String> headers) {
        return admin.post(ConnectionCases.CONNECTIONS, "application/json", body, headers);
    }
}
