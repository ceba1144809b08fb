package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.platform.ChatPlatform.Attempt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Platforms' deliveries, their refusal, and the replies to people. */
public interface WebhookCases extends Cases {

    @Test
    @DisplayName("over WhatsApp: a token installs, once, and its sender is told whom it links; NO undoes it")
    default void anInstallOverWhatsApp() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.whatsapp(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            Caller user = gatehouse().newcomer();
            String phone = phone();
            Said token = new Said(phone, token(user));

            for (int delivery = 0; delivery < 3; delivery++) {
                webhook.whatsapp(token).expecting(200);
            }
            await("the reply").until(() -> platform.saidTo(phone).size() == 1);
            assertThat(platform.saidTo(phone).get(0)).contains("is installed", "reply NO");
            assertThat(user.get("/api/me/agents").expecting(200).json().getJsonArray("agents"))
                    .hasSize(1);

            webhook.whatsapp(new Said(phone, "NO"), new Said(phone, "Hello?")).expecting(200);
            await("both replies").until(() -> platform.saidTo(phone).size() == 3);
            assertThat(platform.saidTo(phone).get(1)).contains("linked to nobody");
            assertThat(platform.saidTo(phone).get(2)).contains("/install/" + Channel.TEMPLATE);
            remove(connection);
        }
    }

    @Test
    @DisplayName("over Telegram: /start with the compact token of the deep link installs")
    default void anInstallOverTelegram() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.telegram(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            Caller user = gatehouse().newcomer();
            long id = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
            String compact = Awaitility.await("a link for the new connection")
                    .until(
                            () -> user.mint(Channel.TEMPLATE).expecting(201).json().getJsonArray("links").stream()
                                    .map(link -> link.asJsonObject().getString("url"))
                                    .filter(url -> url.startsWith("https://t.me/"))
                                    .findFirst()
                                    .orElse(""),
                            url -> !url.isEmpty())
                    .replaceAll(".*start=", "");

            webhook.telegram(id, id, "/start " + compact).expecting(200);
            webhook.telegram(id, id, "/start " + compact).expecting(200);
            await("the reply").until(() -> !platform.saidTo(String.valueOf(id)).isEmpty());
            assertThat(platform.saidTo(String.valueOf(id)))
                    .singleElement()
                    .asString()
                    .contains("is installed");
            remove(connection);
        }
    }

    @Test
    @DisplayName("over Slack: a token in a direct message installs; the challenge is echoed")
    default void anInstallOverSlack() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.slack(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            String user = "U"
                    + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50), 36)
                            .toUpperCase(Locale.ROOT);
            String event = "Ev" + UUID.randomUUID();
            String token = token(gatehouse().newcomer());

            webhook.slack(user, event, token).expecting(200);
            webhook.slack(user, event, token).expecting(200);
            await("the reply").until(() -> !platform.saidTo("D" + user).isEmpty());
            assertThat(platform.saidTo("D" + user)).singleElement().asString().contains("is installed");

            String challenge = Json.createObjectBuilder()
                    .add("type", "url_verification")
                    .add("challenge", "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmd")
                    .build()
                    .toString();
            assertThat(webhook.slack(challenge, Instant.now().getEpochSecond())
                            .expecting(200)
                            .json()
                            .getString("challenge"))
                    .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmd");
            remove(connection);
        }
    }

    @Test
    @DisplayName("WhatsApp's verification succeeds with the agreed token only")
    default void whatsAppVerifiesItsWebhook() {
        JsonObject connection = connect(Channel.whatsapp("http://127.0.0.1:9"));
        String path = new Webhook(gatehouse(), connection).path() + "?hub.challenge=1158201444&hub.mode=";
        Caller anyone = gatehouse().anyone();

        assertThat(anyone.get(path + "subscribe&hub.verify_token=" + Channel.VERIFY_TOKEN)
                        .expecting(200)
                        .text())
                .isEqualTo("1158201444");
        anyone.get(path + "subscribe&hub.verify_token=another").expectingProblem(403, "webhook_not_genuine");
        anyone.get(path + "unsubscribe&hub.verify_token=" + Channel.VERIFY_TOKEN)
                .expectingProblem(403, "webhook_not_genuine");
        anyone.get("/api/webhooks/whatsapp/" + connection.getString("id")).expectingProblem(403, "webhook_not_genuine");
        anyone.get("/api/webhooks/whatsapp/" + UUID.randomUUID()
                        + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + Channel.VERIFY_TOKEN)
                .expectingProblem(403, "webhook_not_genuine");
        remove(connection);
    }

    @Test
    @DisplayName("a disabled connection, one of another platform and an unknown one are not found")
    default void aDisabledConnectionIsNotFound() {
        JsonObject connection = connect(Channel.whatsapp("http://127.0.0.1:9"));
        Webhook webhook = new Webhook(gatehouse(), connection);
        String body = Webhook.whatsappBody(List.of(new Said(phone(), "Hello")));
        Map<String, String> proof = Map.of("X-Hub-Signature-256", "sha256=" + Webhook.hex(Channel.APP_SECRET, body));
        Caller anyone = gatehouse().anyone();

        for (String path : new String[] {
            "/api/webhooks/telegram/" + connection.getString("id"),
            "/api/webhooks/whatsapp/" + UUID.randomUUID(),
            "/api/webhooks/whatsapp/none"
        }) {
            anyone.post(path, "application/json", body, proof).expectingProblem(404, "not_found");
        }
        gatehouse()
                .signedIn("admin")
                .patch(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"), "{\"enabled\":false}")
                .expecting(200);
        webhook.whatsapp(body).expectingProblem(404, "not_found");
        remove(connection);
    }

    @Test
    @DisplayName(
            "a platform that fails, delays and limits gets each reply once, in order, and no sooner than it asks for")
    default void aPlatformThatFailsGetsEachReplyOnce() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.whatsapp(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            String phone = phone();
            platform.next(ChatPlatform.Fault.of(500, "{}"));
            platform.next(ChatPlatform.Fault.tooMuch(2));
            platform.next(ChatPlatform.Fault.slow(Duration.ofSeconds(1)));
            platform.next(ChatPlatform.Fault.of(503, "<html>"));

            webhook.whatsapp(new Said(phone, token(gatehouse().newcomer()))).expecting(200);
            webhook.whatsapp(new Said(phone, "NO")).expecting(200);

            await("both replies").until(() -> platform.saidTo(phone).size() == 2);
            assertThat(platform.saidTo(phone).get(0)).contains("is installed");
            assertThat(platform.saidTo(phone).get(1)).contains("linked to nobody");
            assertThat(platform.sent().stream()
                            .filter(message -> message.chat().equals(phone))
                            .map(ChatPlatform.Sent::reference)
                            .distinct())
                    .hasSize(2);
            List<Attempt> attempts = platform.attempts();
            assertThat(attempts).extracting(Attempt::status).containsExactly(500, 429, 200, 503, 200);
            assertThat(Duration.between(attempts.get(1).at(), attempts.get(2).at()))
                    .as("the wait that the 429 asked for")
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            remove(connection);
        }
    }

    @Test
    @DisplayName("deliveries without messages are counted in the application's metrics")
    default void deliveriesWithoutMessagesAreCounted() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.telegram(platform.url()));
            new Webhook(gatehouse(), connection)
                    .deliver(
                            "{\"update_id\":7,\"edited_message\":{}}",
                            Map.of("X-Telegram-Bot-Api-Secret-Token", Channel.SECRET_TOKEN))
                    .expecting(200);

            assertThat(gatehouse().anyone().get("/metrics").expecting(200).text())
                    .contains("# TYPE gatehouse_webhook_items_total counter")
                    .containsPattern(
                            "gatehouse_webhook_items_total\\{kind=\"edited_message\",platform=\"telegram\"} [1-9]")
                    .contains("gatehouse_outbound_backlog ");
            remove(connection);
        }
    }

    private JsonObject connect(JsonObject channel) {
        return gatehouse()
                .signedIn("admin")
                .post(ConnectionCases.CONNECTIONS, channel)
                .expecting(201)
                .json();
    }

    private void remove(JsonObject connection) {
        gatehouse()
                .signedIn("admin")
                .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(204);
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    private static String token(Caller user) {
        return user.mint(Channel.TEMPLATE).expecting(201).json().getString("token");
    }

    private static String phone() {
        return "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
    }
}
