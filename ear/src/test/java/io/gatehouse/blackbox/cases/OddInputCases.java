package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.EventStream;
import io.gatehouse.blackbox.client.HostKey;
import io.gatehouse.blackbox.client.PushedRoom;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Unusual deliveries, settings and URLs; none of them causes an incident. */
public interface OddInputCases extends Cases {

    String HUGE = "1e99999999999";

    @Test
    @DisplayName("a Matrix event with an oversized number is skipped, and blocks no other")
    default void anEventWithAHugeNumberIsSkipped() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        PushedRoom room = new PushedRoom(gatehouse());
        room.joins(agent.userId());
        String inContent = event(room, "1700000000000", "{\"msgtype\":\"m.text\",\"body\":\"no\",\"n\":" + HUGE + "}");
        String asTime = event(room, HUGE, "{\"msgtype\":\"m.text\",\"body\":\"no\"}");
        String good = event(room, "1700000000000", "{\"msgtype\":\"m.text\",\"body\":\"yes\"}");

        gatehouse()
                .homeserver()
                .put(
                        "/_matrix/app/v1/transactions/" + UUID.randomUUID(),
                        "{\"n\":" + HUGE + ",\"events\":[" + inContent + "," + asTime + "," + good + "]}")
                .expecting(200);

        assertThat(agent.bodies()).containsExactly("yes");
    }

    @Test
    @DisplayName("a Matrix message with a malformed quote blocks no other")
    default void aMalformedQuoteBlocksNoMessage() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        PushedRoom room = new PushedRoom(gatehouse());
        room.joins(agent.userId());
        List<String> malformed =
                List.of("</mx-reply <mx-reply>", "</mx-reply</mx-reply>", "<mx-reply>a</mx-reply <mx-reply>b");
        String events = malformed.stream()
                .map(html -> event(
                        room,
                        "1700000000000",
                        "{\"msgtype\":\"m.text\",\"body\":\"said\",\"formatted_body\":\"" + html + "\"}"))
                .collect(Collectors.joining(","));

        gatehouse()
                .homeserver()
                .put("/_matrix/app/v1/transactions/" + UUID.randomUUID(), "{\"events\":[" + events + "]}")
                .expecting(200);

        assertThat(agent.bodies()).containsExactly("said", "said", "said");
    }

    @Test
    @DisplayName("quotes in front of a Matrix reply never reach an agent")
    default void aQuoteNeverReachesAnAgent() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        PushedRoom room = new PushedRoom(gatehouse());
        room.joins(agent.userId());

        room.replies("@person:localhost", "a secret", "said");

        JsonObject message = agent.inbox().get(0);
        assertThat(message.getString("body")).isEqualTo("said");
        assertThat(message.getString("formatted_body")).isEqualTo("said");
        assertThat(message.getString("reply_to")).isEqualTo("$before");
        assertThat(message.toString()).doesNotContain("secret").doesNotContain("mx-reply");
    }

    @Test
    @DisplayName(
            "a webhook delivery with a number that nothing holds, or with NUL in its text, is answered like any other")
    default void oddDeliveriesAreAcceptedAndAnswered() {
        Caller admin = gatehouse().administrator();
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject whatsapp = made(admin, Channel.whatsapp(platform.url()));
            JsonObject telegram = made(admin, Channel.telegram(platform.url()));
            JsonObject slack = made(admin, Channel.slack(platform.url()));
            String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
            long user = number();
            String member = "U" + number();

            new Webhook(gatehouse(), whatsapp)
                    .whatsapp(odd(Webhook.whatsappBody(List.of(new Said(phone, "Hi \0")))))
                    .expecting(200);
            new Webhook(gatehouse(), telegram)
                    .deliver(
                            odd(Webhook.telegramBody(user, user, "Hi \0")),
                            Map.of("X-Telegram-Bot-Api-Secret-Token", Channel.SECRET_TOKEN))
                    .expecting(200);
            new Webhook(gatehouse(), slack)
                    .slack(
                            odd(Webhook.slackBody(member, "Ev" + member, "Hi \0")),
                            Instant.now().getEpochSecond())
                    .expecting(200);

            for (String chat : List.of(phone, String.valueOf(user), "D" + member)) {
                await("the answer to " + chat)
                        .until(() -> !platform.saidTo(chat).isEmpty());
            }
            remove(admin, whatsapp, telegram, slack);
        }
    }

    @Test
    @DisplayName("a reply into a deleted thread goes to the chat, once")
    default void aReplyIntoAThreadThatIsGoneGoesToTheChat() {
        Caller admin = gatehouse().administrator();
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject telegram = made(admin, Channel.telegram(platform.url()));
            JsonObject slack = made(admin, Channel.slack(platform.url()));
            long user = number();
            String member = "U" + number();

            platform.next(ChatPlatform.Fault.of(
                    400,
                    "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: message thread not found\"}"));
            new Webhook(gatehouse(), telegram)
                    .deliver(
                            Webhook.telegramBody(user, user, token())
                                    .replace(
                                            "\"message_id\":1",
                                            "\"message_id\":1,\"is_topic_message\":true,\"message_thread_id\":78"),
                            Map.of("X-Telegram-Bot-Api-Secret-Token", Channel.SECRET_TOKEN))
                    .expecting(200);
            await("the reply over Telegram")
                    .until(() -> platform.saidTo(String.valueOf(user)).size() == 1);

            platform.next(ChatPlatform.Fault.of(200, "{\"ok\":false,\"error\":\"thread_not_found\"}"));
            new Webhook(gatehouse(), slack)
                    .slack(
                            Webhook.slackBody(member, "Ev" + member, token())
                                    .replace("\"channel\":", "\"thread_ts\":\"1700000000.000100\",\"channel\":"),
                            Instant.now().getEpochSecond())
                    .expecting(200);
            await("the reply over Slack")
                    .until(() -> platform.saidTo("D" + member).size() == 1);

            for (JsonObject connection : List.of(telegram, slack)) {
                assertThat(admin.get("/api/admin/dead-letters?connectionId=" + connection.getString("id"))
                                .expecting(200)
                                .json()
                                .getJsonArray("deadLetters"))
                        .isEmpty();
            }
            remove(admin, telegram, slack);
        }
    }

    @Test
    @DisplayName(
            "on Slack: one message under two event ids is answered once; on a grid one person is one in all workspaces")
    default void slackMessagesAndPeopleAreRecognizedAcrossWorkspaces() {
        Caller admin = gatehouse().administrator();
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject settings = Json.createObjectBuilder(
                            Channel.slack(platform.url()).getJsonObject("settings"))
                    .remove("teamId")
                    .build();
            JsonObject slack = made(
                    admin,
                    Json.createObjectBuilder(Channel.slack(platform.url()))
                            .add("settings", settings)
                            .build());
            Webhook webhook = new Webhook(gatehouse(), slack);
            String member = "W" + number();
            String code = token();
            for (String event : List.of("Ev1", "Ev2")) {
                webhook.slack(grid(member, "T0ONE", event, code), Instant.now().getEpochSecond())
                        .expecting(200);
            }
            webhook.slack(grid(member, "T0TWO", "Ev3", "NO"), Instant.now().getEpochSecond())
                    .expecting(200);

            await("both answers").until(() -> platform.saidTo("D" + member).size() >= 2);
            assertThat(platform.saidTo("D" + member)).hasSize(2);
            assertThat(platform.saidTo("D" + member).get(0)).contains("is installed");
            assertThat(platform.saidTo("D" + member).get(1)).contains("linked to nobody");
            remove(admin, slack);
        }
    }

    @Test
    @DisplayName("settings that would fail when used are refused with their pointer")
    default void impossibleSettingsAreRefused() {
        Caller admin = gatehouse().administrator();
        for (String url : List.of(
                "https://example.com:99999",
                "https://example.com:0",
                "https://example.com/../..",
                "https://example.com/ä")) {
            assertThat(pointers(admin.post(ConnectionCases.CONNECTIONS, Channel.telegram(url))))
                    .as(url)
                    .containsExactly("/apiBaseUrl");
        }
        JsonObject connection = made(admin, Channel.telegram("https://example.com"));
        String path = ConnectionCases.CONNECTIONS + "/" + connection.getString("id");
        assertThat(pointers(admin.patch(path, "{\"apiBaseUrl\":\"https://example.com:65536\"}")))
                .containsExactly("/apiBaseUrl");
        assertThat(pointers(admin.patch(path, "{\"name\":\"a\\u0000b\"}"))).containsExactly("/name");
        assertThat(pointers(admin.patch(path, "{\"name\":\"a\\ud800b\"}"))).containsExactly("/name");
        assertThat(pointers(admin.patch(path, "{\"settings\":{\"botToken\":\"1:a\\nb\"}}")))
                .containsExactly("/settings/botToken");
        remove(admin, connection);
    }

    @Test
    @DisplayName("an agent's answer without visible characters is refused")
    default void blankAnswersAreRefused() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        for (String blank : List.of("", " ", "\n\t ", "\u00A0", "\u200B\u2060", "\u3000\uFEFF", "\u202E")) {
            JsonObjectBuilder message =
                    Json.createObjectBuilder().add("room_id", "!odd:localhost").add("body", blank);
            assertThat(pointers(agent.caller().post("/bridge/v1/messages", message)))
                    .containsExactly("/body");
        }
        agent.caller()
                .post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", "!odd:localhost")
                                .add("body", " \u2764\uFE0F "))
                .expecting(200);
    }

    @Test
    @DisplayName(
            "a position that no inbox has is refused, an empty Last-Event-ID is none, and streams are not to be held back")
    default void positionsOfInboxesAreValidated() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        for (String position :
                List.of("9223372036854775807", "9223372036854775808", "9007199254740992", "-1", "1e3", "")) {
            agent.caller()
                    .get("/bridge/v1/messages?timeout=0&since=" + position)
                    .expectingProblem(400, "invalid_parameter");
        }
        agent.caller()
                .getAsStream("/bridge/v1/messages", Map.of("Last-Event-ID", "9223372036854775807"))
                .expectingProblem(400, "invalid_parameter");
        agent.caller()
                .get("/bridge/v1/messages?timeout=0&since=9007199254740991")
                .expecting(200);
        for (String id : List.of("", "0")) {
            try (EventStream stream = agent.caller().listen("/bridge/v1/messages", Map.of("Last-Event-ID", id))) {
                assertThat(stream.status()).as("Last-Event-ID: " + id).isEqualTo(200);
                assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            }
        }
    }

    @Test
    @DisplayName("a signed target is verified with or without a trailing question mark")
    default void aBareQuestionMarkIsSigned() {
        HostKey key = HostKey.of(gatehouse(), "bridge");
        for (String path : List.of("/bridge/v1/agents", "/bridge/v1/agents?", "/bridge/v1/agents?status=all")) {
            URI target = URI.create(gatehouse().baseUri().resolve("/") + path.substring(1));
            gatehouse()
                    .anyone()
                    .get(path, key.sign("GET", target, null).headers())
                    .expecting(200);
        }
        Map<String, String> other = key.sign("GET", gatehouse().baseUri().resolve("/bridge/v1/agents?x"), null)
                .headers();
        gatehouse().anyone().get("/bridge/v1/agents?", other).expectingProblem(401, "invalid_signature");
    }

    @Test
    @DisplayName("a URL with NUL is refused")
    default void anAddressWithNulIsRefused() {
        Caller admin = gatehouse().administrator();
        for (String path : List.of(
                "/api/admin/agents?q=a%00b",
                "/api/admin/audit?subject=%00",
                "/api/me/agents?cursor=%00",
                "/api/install/manifest/a%00b",
                "/bridge/v1/messages?timeout=0&agent_user_id=%00")) {
            Answer answer = admin.get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
    }

    private static List<String> pointers(Answer answer) {
        return answer
                .expectingProblem(400, "invalid_body")
                .json()
                .getJsonArray("errors")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }

    private static String odd(String body) {
        return "{\"odd\":[" + HUGE + "]," + body.substring(1);
    }

    private static String grid(String member, String team, String event, String text) {
        return Webhook.slackBody(member, event + member, text)
                .replace("\"" + Channel.TEAM + "\"", "\"" + team + "\"")
                .replaceFirst(
                        "\\{",
                        "{\"enterprise_id\":\"E0GRID\",\"authorizations\":[{\"enterprise_id\":\"E0GRID\",\"team_id\":\""
                                + team + "\",\"is_bot\":true}],")
                .replace("\"text\":", "\"client_msg_id\":\"" + text.hashCode() + "\",\"text\":");
    }

    private static String event(PushedRoom room, String time, String content) {
        return "{\"event_id\":\"$" + UUID.randomUUID() + "\",\"room_id\":\"" + room.id()
                + "\",\"sender\":\"@person:localhost\",\"type\":\"m.room.message\",\"origin_server_ts\":" + time
                + ",\"content\":" + content + "}";
    }

    private static long number() {
        return ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
    }

    private String token() {
        return gatehouse()
                .newcomer()
                .mint(Channel.TEMPLATE)
                .expecting(201)
                .json()
                .getString("token");
    }

    private static JsonObject made(Caller admin, JsonObject channel) {
        return admin.post(ConnectionCases.CONNECTIONS, channel).expecting(201).json();
    }

    private static void remove(Caller admin, JsonObject... connections) {
        for (JsonObject connection : connections) {
            admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                    .expecting(204);
        }
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
