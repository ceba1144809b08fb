package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People talk with the agent that serves the template, and administrators see undelivered messages. */
public interface ChannelCases extends Cases {

    @Test
    @DisplayName("a routed message reaches the serving agent, and its answer goes back to the same chat, once")
    default void aRoutedMessageReachesTheServingAgent() {
        Caller admin = gatehouse().signedIn("admin");
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject whatsapp = made(admin, Channel.whatsapp(platform.url()));
            JsonObject telegram = made(admin, Channel.telegram(platform.url()));
            JsonObject slack = made(admin, Channel.slack(platform.url()));
            String serving = "/api/admin/agents/" + whatsapp.getString("templateAgentId") + "/serving-agent";
            admin.put(serving, Json.createObjectBuilder().add("agentUserId", agent.userId()))
                    .expecting(200);
            String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
            long telegramUser = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
            String slackUser = "U" + telegramUser;

            Webhook overWhatsApp = new Webhook(gatehouse(), whatsapp);
            overWhatsApp
                    .whatsapp(new Said(phone, token()), new Said(phone, "over WhatsApp"))
                    .expecting(200);
            Webhook overTelegram = new Webhook(gatehouse(), telegram);
            overTelegram.telegram(telegramUser, telegramUser, token()).expecting(200);
            overTelegram
                    .telegram(telegramUser, telegramUser + 1, "over Telegram")
                    .expecting(200);
            Webhook overSlack = new Webhook(gatehouse(), slack);
            overSlack.slack(slackUser, "Ev1" + slackUser, token()).expecting(200);
            overSlack.slack(slackUser, "Ev2" + slackUser, "over Slack").expecting(200);

            answered(agent, platform, phone, "over WhatsApp");
            answered(agent, platform, String.valueOf(telegramUser), "over Telegram");
            answered(agent, platform, "D" + slackUser, "over Slack");

            JsonObject message = routed(agent, "over WhatsApp");
            overWhatsApp.whatsapp(new Said(phone, "NO")).expecting(200);
            await("the undo").until(() -> platform.saidTo(phone).size() == 3);
            agent.caller()
                    .post("/bridge/v1/messages", saying(message, "Come back!"))
                    .expectingProblem(403, "forbidden");
            RegisteredAgent.at(gatehouse())
                    .caller()
                    .post("/bridge/v1/messages", saying(message, "Psst"))
                    .expectingProblem(404, "unknown_room");

            admin.delete(serving).expecting(204);
            for (JsonObject connection : new JsonObject[] {whatsapp, telegram, slack}) {
                admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                        .expecting(204);
            }
        }
    }

    @Test
    @DisplayName("a message that a platform refuses becomes a dead letter, which an administrator sends again")
    default void refusedMessagesBecomeDeadLetters() {
        Caller admin = gatehouse().signedIn("admin");
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = made(admin, Channel.whatsapp(platform.url()));
            String letters = "/api/admin/dead-letters?connectionId=" + connection.getString("id");
            String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
            platform.next(ChatPlatform.Fault.of(400, "{\"error\":{\"code\":131026,\"message\":\"undeliverable\"}}"));
            new Webhook(gatehouse(), connection)
                    .whatsapp(new Said(phone, "Hello"))
                    .expecting(200);

            await("the dead letter")
                    .until(() -> admin.get(letters)
                                    .expecting(200)
                                    .json()
                                    .getJsonArray("deadLetters")
                                    .size()
                            == 1);
            JsonObject letter =
                    admin.get(letters).json().getJsonArray("deadLetters").getJsonObject(0);
            assertThat(letter.getString("why")).isEqualTo("refused: status 400: 131026 undeliverable");
            assertThat(letter.toString()).doesNotContain(phone).doesNotContain("install/");
            String path = "/api/admin/dead-letters/" + letter.getString("id");
            gatehouse()
                    .newcomer()
                    .post(path + "/send", Json.createObjectBuilder())
                    .expectingProblem(404, "not_found");

            admin.post(path + "/send", Json.createObjectBuilder()).expecting(202);
            await("the reply").until(() -> platform.saidTo(phone).size() == 1);
            admin.post(path + "/send", Json.createObjectBuilder()).expectingProblem(404, "not_found");
            admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                    .expecting(204);
        }
    }

    private static void answered(RegisteredAgent agent, ChatPlatform platform, String chat, String text) {
        JsonObject message = routed(agent, text);
        assertThat(message.getString("installed_agent_id")).isNotEmpty();
        assertThat(message.getString("organization_id")).isNotEmpty();
        JsonObject answer = saying(message, "You said: " + text);
        String event = agent.caller()
                .post("/bridge/v1/messages", answer)
                .expecting(200)
                .json()
                .getString("event_id");
        assertThat(agent.caller()
                        .post("/bridge/v1/messages", answer)
                        .expecting(200)
                        .json()
                        .getString("event_id"))
                .isEqualTo(event);
        await("the answer").until(() -> platform.saidTo(chat).size() == 2);
        assertThat(platform.saidTo(chat)).last().isEqualTo("You said: " + text);
    }

    private static JsonObject routed(RegisteredAgent agent, String text) {
        await("the message in the agent's inbox").until(() -> agent.bodies().contains(text));
        return agent.inbox().stream()
                .filter(message -> message.getString("body", "").equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject saying(JsonObject message, String text) {
        return Json.createObjectBuilder()
                .add("room_id", message.getString("room_id"))
                .add("body", text)
                .add(
                        "txn_id",
                        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .build();
    }

    private static JsonObject made(Caller admin, JsonObject channel) {
        return admin.post(ConnectionCases.CONNECTIONS, channel).expecting(201).json();
    }

    private String token() {
        return gatehouse()
                .newcomer()
                .mint(Channel.TEMPLATE)
                .expecting(201)
                .json()
                .getString("token");
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
