package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** NUL in messages of people and agents, with a PostgreSQL, which cannot store it. */
public interface NulCases extends Cases {

    @Test
    @DisplayName("NUL in a platform's message reaches the agent's inbox as a replacement character")
    default void aDeliveredNulIsReplaced() {
        Caller admin = gatehouse().administrator();
        Caller user = gatehouse().newcomer();
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String phone = "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = admin.post(ConnectionCases.CONNECTIONS, Channel.whatsapp(platform.url()))
                    .expecting(201)
                    .json();
            Webhook webhook = new Webhook(gatehouse(), connection);
            String token = user.mint(Channel.TEMPLATE).expecting(201).json().getString("token");
            webhook.whatsapp(new Said(phone, token)).expecting(200);
            Awaitility.await("the install")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> platform.saidTo(phone).size() == 1);
            String serving = servingAgent(admin, user);
            admin.put(serving, Json.createObjectBuilder().add("agentUserId", agent.userId()))
                    .expecting(200);

            webhook.whatsapp(new Said(phone, "wamid.\0", "a\0b"), new Said(phone, "after"))
                    .expecting(200);

            Awaitility.await("both messages")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> agent.inbox().size() == 2);
            assertThat(agent.bodies()).containsExactly("a\uFFFDb", "after");
            admin.delete(serving).expecting(204);
            admin.delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                    .expecting(204);
        }
    }

    @Test
    @DisplayName("NUL in a message from a gateway or an agent is refused with its pointer")
    default void aNulInAnApiCallIsRefused() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();

        assertThat(gateway.handIn(phone, Channel.TEMPLATE, "a\0b")
                        .expectingProblem(400, "invalid_body")
                        .text())
                .contains("NUL is no character of a text");
        gateway.handIn(phone, Channel.TEMPLATE, "m\0", "a").expectingProblem(400, "invalid_body");
        assertThat(agent.caller()
                        .post(
                                "/bridge/v1/messages",
                                Json.createObjectBuilder()
                                        .add("room_id", "!nul:localhost")
                                        .add("body", "a\0b")
                                        .add("mentions", Json.createArrayBuilder(List.of(other.userId()))))
                        .expectingProblem(400, "invalid_body")
                        .text())
                .contains("/body");
        assertThat(other.inbox()).isEmpty();
    }

    /** The path at which the template of the user's agent gets its serving agent. */
    private static String servingAgent(Caller admin, Caller user) {
        String installed = user.get("/api/me/agents")
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0)
                .getString("id");
        return "/api/admin/agents/"
                + admin.get("/api/admin/agents/" + installed)
                        .expecting(200)
                        .json()
                        .getString("templateAgentId")
                + "/serving-agent";
    }
}
