package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Administrators create, view, check and change chat channels. */
public interface ConnectionCases extends Cases {

    String CONNECTIONS = "/api/admin/connections";

    @Test
    @DisplayName("a connection is created, shown without its secrets, checked, disabled and deleted")
    default void aConnectionIsCreatedAndChecked() {
        Caller admin = gatehouse().signedIn("admin");
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject made = admin.post(CONNECTIONS, Channel.whatsapp(platform.url()))
                    .expecting(201)
                    .json();
            String path = CONNECTIONS + "/" + made.getString("id");

            assertThat(made.getString("webhookUrl")).endsWith("/api/webhooks/whatsapp/" + made.getString("id"));
            assertThat(made.getJsonObject("settings").getString("appSecret")).matches("….{4}");
            assertThat(made.toString()).doesNotContain(Channel.APP_SECRET).doesNotContain(Channel.ACCESS_TOKEN);
            assertThat(admin.get(path).expecting(200).json()).isEqualTo(made);
            assertThat(admin.get(CONNECTIONS + "?limit=200").expecting(200).text())
                    .contains(made.getString("id"))
                    .doesNotContain(Channel.APP_SECRET);

            JsonObject check = admin.post(path + "/check", Json.createObjectBuilder())
                    .expecting(200)
                    .json();
            assertThat(check.getBoolean("works")).as(check.toString()).isTrue();

            JsonObject changed = admin.patch(
                            path,
                            "{\"enabled\":false,\"settings\":{\"accessToken\":\"a-new-one-of-some-length-9876\"}}")
                    .expecting(200)
                    .json();
            assertThat(changed.getBoolean("enabled")).isFalse();
            assertThat(changed.getJsonObject("settings").getString("accessToken"))
                    .isEqualTo("…9876");

            admin.delete(path).expecting(204);
            admin.get(path).expectingProblem(404, "not_found");
        }
    }

    @Test
    @DisplayName("a check reports that the platform of a connection is unreachable")
    default void aCheckReportsAnUnreachablePlatform() {
        Caller admin = gatehouse().signedIn("admin");
        String url;
        try (ChatPlatform platform = new ChatPlatform()) {
            url = platform.url();
        }
        for (JsonObject channel : List.of(Channel.whatsapp(url), Channel.telegram(url), Channel.slack(url))) {
            String id = admin.post(CONNECTIONS, channel).expecting(201).json().getString("id");
            JsonObject check = admin.post(CONNECTIONS + "/" + id + "/check", Json.createObjectBuilder())
                    .expecting(200)
                    .json();
            assertThat(check.getBoolean("works")).as(check.toString()).isFalse();
            admin.delete(CONNECTIONS + "/" + id).expecting(204);
        }
        String matrix =
                admin.post(CONNECTIONS, Channel.matrix()).expecting(201).json().getString("id");
        admin.post(CONNECTIONS + "/" + matrix + "/check", Json.createObjectBuilder())
                .expecting(200);
        admin.delete(CONNECTIONS + "/" + matrix).expecting(204);
    }

    @Test
    @DisplayName("every fault of a connection is reported with its pointer")
    default void everyFaultIsReported() {
        Answer answer = gatehouse()
                .signedIn("admin")
                .post(
                        CONNECTIONS,
                        Json.createObjectBuilder()
                                .add("platform", "telegram")
                                .add("templateAgentId", InstallCases.TEMPLATE)
                                .add("name", "Bot")
                                .add("apiBaseUrl", "ftp://x")
                                .add("settings", Json.createObjectBuilder().add("botToken", "no token")))
                .expectingProblem(400, "invalid_body");

        assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                        .map(error -> error.getString("pointer")))
                .containsExactlyInAnyOrder(
                        "/apiBaseUrl", "/settings/botUsername", "/settings/botToken", "/settings/secretToken");
    }

    @Test
    @DisplayName("callers that administer nothing see and create no connection; agents, hosts and gateways are refused")
    default void onlyAdministratorsSeeConnections() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject channel = Channel.slack(platform.url());
            String id = gatehouse()
                    .signedIn("admin")
                    .post(CONNECTIONS, channel)
                    .expecting(201)
                    .json()
                    .getString("id");
            Caller user = gatehouse().newcomer();

            assertThat(user.get(CONNECTIONS).expecting(200).json().getJsonArray("connections"))
                    .isEmpty();
            user.get(CONNECTIONS + "/" + id).expectingProblem(404, "not_found");
            user.patch(CONNECTIONS + "/" + id, "{\"enabled\":false}").expectingProblem(404, "not_found");
            user.delete(CONNECTIONS + "/" + id).expectingProblem(404, "not_found");
            user.post(CONNECTIONS + "/" + id + "/check", Json.createObjectBuilder())
                    .expectingProblem(404, "not_found");
            user.post(CONNECTIONS, channel).expectingProblem(404, "unknown_slug");
            gatehouse().gateway().get(CONNECTIONS).expectingProblem(403, "forbidden");
            gatehouse().anyone().get(CONNECTIONS).expectingProblem(401, "credentials_required");
            gatehouse().signedIn("admin").delete(CONNECTIONS + "/" + id).expecting(204);
        }
    }

    @Test
    @DisplayName("the same idempotency key creates one connection")
    default void theSameIdempotencyKeyCreatesOneConnection() {
        Caller admin = gatehouse().signedIn("admin");
        try (ChatPlatform platform = new ChatPlatform()) {
            Map<String, String> key =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            String body = Channel.telegram(platform.url()).toString();
            JsonObject first = admin.post(CONNECTIONS, "application/json", body, key)
                    .expecting(201)
                    .json();
            assertThat(admin.post(CONNECTIONS, "application/json", body, key)
                            .expecting(201)
                            .json())
                    .isEqualTo(first);
            admin.delete(CONNECTIONS + "/" + first.getString("id")).expecting(204);
        }
    }

    @Test
    @DisplayName("a minted token has a link for the connection, and none once it is disabled")
    default void aMintedTokenComesWithALink() {
        Caller admin = gatehouse().signedIn("admin");
        try (ChatPlatform platform = new ChatPlatform()) {
            String id = admin.post(CONNECTIONS, Channel.telegram(platform.url()))
                    .expecting(201)
                    .json()
                    .getString("id");
            Caller user = gatehouse().newcomer();
            Awaitility.await("the link")
                    .until(() -> user.mint(InstallCases.TEMPLATE).expecting(201).json().getJsonArray("links").stream()
                            .anyMatch(link -> link.asJsonObject()
                                            .getString("connectionId", "")
                                            .equals(id)
                                    && link.asJsonObject().get("url") instanceof JsonString));
            admin.delete(CONNECTIONS + "/" + id).expecting(204);
            Awaitility.await("no link").until(() -> !user.mint(InstallCases.TEMPLATE)
                    .expecting(201)
                    .text()
                    .contains(id));
        }
    }
}
