package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.PushedRoom;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.server.EchoAgent;
import io.gatehouse.blackbox.server.ScriptedHomeserver;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People talk with examples/echo-agent on every kind of channel. */
public interface EchoCases extends Cases {

    /** The homeserver that the server is an application service of. */
    ScriptedHomeserver homeserver();

    /**
     * A person's chat on a platform.
     *
     * @param code the text that installs, taken from the channel's link if that contains a code
     * @param says sends the person's message
     * @param hears what the person received
     */
    record Chat(String platform, String code, Consumer<String> says, Supplier<List<String>> hears) {}

    @Test
    @DisplayName(
            "over WhatsApp, Telegram, Slack and Matrix: a code installs, the echo agent answers there, NO undoes it")
    default void theEchoAgentAnswersOverEveryChannel() {
        Caller admin = gatehouse().administrator();
        try (ChatPlatform platform = new ChatPlatform();
                EchoAgent echo = EchoAgent.at(gatehouse())) {
            List<JsonObject> connections = List.of(
                    made(admin, Channel.whatsapp(platform.url())),
                    made(admin, Channel.telegram(platform.url())),
                    made(admin, Channel.slack(platform.url())),
                    made(admin, Channel.matrix()));
            String serving = "/api/admin/agents/" + connections.get(0).getString("templateAgentId") + "/serving-agent";
            admin.put(serving, Json.createObjectBuilder().add("agentUserId", echo.userId()))
                    .expecting(200);

            List<Chat> chats = List.of(
                    whatsapp(platform, connections.get(0)),
                    telegram(platform, connections.get(1)),
                    slack(platform, connections.get(2)),
                    matrix(echo));
            for (Chat chat : chats) {
                chat.says().accept(chat.code());
                assertThat(heard(chat, 1)).as(chat.platform()).contains("is installed", "reply NO");
                chat.says().accept("Hello over " + chat.platform());
                chat.says().accept("Still there, Grüße 🚪?");
                assertThat(heard(chat, 3)).as(chat.platform()).isEqualTo("Still there, Grüße 🚪?");
                assertThat(chat.hears().get())
                        .as(chat.platform())
                        .element(1)
                        .isEqualTo("Hello over " + chat.platform());
            }
            for (Chat chat : chats) {
                chat.says().accept("NO");
                assertThat(heard(chat, 4)).as(chat.platform()).contains("linked to nobody");
            }

            admin.delete(serving).expecting(204);
            connections.forEach(
                    connection -> admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                            .expecting(204));
        }
    }

    private Chat whatsapp(ChatPlatform platform, JsonObject connection) {
        Webhook webhook = new Webhook(gatehouse(), connection);
        String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
        return new Chat(
                "WhatsApp",
                codeIn(linkOf(connection), "?text="),
                text -> webhook.whatsapp(new Said(phone, text)).expecting(200),
                () -> platform.saidTo(phone));
    }

    private Chat telegram(ChatPlatform platform, JsonObject connection) {
        Webhook webhook = new Webhook(gatehouse(), connection);
        long user = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
        AtomicLong updates = new AtomicLong(user);
        return new Chat(
                "Telegram",
                "/start " + codeIn(linkOf(connection), "?start="),
                text -> webhook.telegram(user, updates.incrementAndGet(), text).expecting(200),
                () -> platform.saidTo(String.valueOf(user)));
    }

    private Chat slack(ChatPlatform platform, JsonObject connection) {
        Webhook webhook = new Webhook(gatehouse(), connection);
        String user = "U" + ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
        return new Chat(
                "Slack",
                code(),
                text -> webhook.slack(user, "Ev" + UUID.randomUUID(), text).expecting(200),
                () -> platform.saidTo("D" + user));
    }

    private Chat matrix(EchoAgent echo) {
        PushedRoom room = new PushedRoom(gatehouse());
        room.joins(echo.userId());
        return new Chat("Matrix", code(), room::says, () -> homeserver().saidIn(room.id()));
    }

    private static String heard(Chat chat, int times) {
        return Awaitility.await("message " + times + " over " + chat.platform())
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(chat.hears()::get, said -> said.size() >= times)
                .get(times - 1);
    }

    private static JsonObject made(Caller admin, JsonObject channel) {
        return admin.post(ConnectionCases.CONNECTIONS, channel).expecting(201).json();
    }

    /** The deep link of this connection, with the code of a new user. */
    private String linkOf(JsonObject connection) {
        Caller user = gatehouse().newcomer();
        return Awaitility.await("a link of the new connection")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> user
                                .mint(Channel.TEMPLATE)
                                .expecting(201)
                                .json()
                                .getJsonArray("links")
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .filter(link -> link.getString("connectionId").equals(connection.getString("id")))
                                .map(link -> link.getString("url"))
                                .findFirst()
                                .orElse(""),
                        link -> !link.isEmpty());
    }

    private static String codeIn(String link, String before) {
        return URLDecoder.decode(link.substring(link.indexOf(before) + before.length()), StandardCharsets.UTF_8);
    }

    private String code() {
        return gatehouse()
                .newcomer()
                .mint(Channel.TEMPLATE)
                .expecting(201)
                .json()
                .getString("token");
    }
}
