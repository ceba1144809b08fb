package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.platform.ChatPlatform.Fault;
import io.gatehouse.blackbox.platform.ChatPlatform.Sent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A platform delivers to two servers of one deployment. */
public interface TwoServerChannelCases {

    int CHATS = 6;
    int MESSAGES = 8;

    Gatehouse one();

    Gatehouse other();

    @Test
    @DisplayName("a webhook delivered to both nodes at once, and again, is processed once, and its reply is sent once")
    default void aDeliveryToBothNodesIsProcessedOnce() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.whatsapp(platform.url()));
            List<Webhook> webhooks = List.of(new Webhook(one(), connection), new Webhook(other(), connection));
            platform.next(Fault.of(500, "{}"));
            platform.next(Fault.slow(Duration.ofSeconds(2)));
            Caller user = one().newcomer();
            String claimer = phone();
            List<Said> messages = new ArrayList<>();
            messages.add(new Said(
                    claimer, user.mint(Channel.TEMPLATE).expecting(201).json().getString("token")));
            for (int i = 1; i < CHATS * MESSAGES; i++) {
                messages.add(new Said(phone(), "Hello " + i));
            }

            for (Said message : messages) {
                ConcurrentCalls.call(4, call -> webhooks.get(call % 2).whatsapp(message))
                        .forEach(answer -> answer.expecting(200));
            }
            awaitEmptyQueues();

            assertThat(platform.sent().stream().collect(Collectors.groupingBy(Sent::chat, Collectors.counting())))
                    .as("replies, by chat: each said one thing")
                    .isEqualTo(messages.stream().collect(Collectors.toMap(Said::from, message -> 1L)));
            assertThat(platform.saidTo(claimer)).singleElement().asString().contains("is installed");
            assertThat(user.get("/api/me/agents").expecting(200).json().getJsonArray("agents"))
                    .hasSize(1);
            remove(connection);
        }
    }

    @Test
    @DisplayName("messages of a chat delivered alternately reach the agent in order, and so do the answers")
    default void messagesOfAChatStayInOrder() {
        Caller admin = one().administrator();
        RegisteredAgent agent = RegisteredAgent.at(one());
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.whatsapp(platform.url()));
            String serving = "/api/admin/agents/" + connection.getString("templateAgentId") + "/serving-agent";
            admin.put(serving, Json.createObjectBuilder().add("agentUserId", agent.userId()))
                    .expecting(200);
            List<Webhook> webhooks = List.of(new Webhook(one(), connection), new Webhook(other(), connection));
            List<String> phones =
                    IntStream.range(0, CHATS).mapToObj(i -> phone()).toList();
            List<String> words =
                    IntStream.range(0, MESSAGES).mapToObj(i -> "word " + i).toList();

            for (String phone : phones) {
                webhooks.get(0)
                        .whatsapp(new Said(
                                phone,
                                one().newcomer()
                                        .mint(Channel.TEMPLATE)
                                        .expecting(201)
                                        .json()
                                        .getString("token")))
                        .expecting(200);
            }
            for (int i = 0; i < MESSAGES; i++) {
                String word = words.get(i);
                Webhook webhook = webhooks.get(i % 2);
                ConcurrentCalls.call(CHATS, chat -> webhook.whatsapp(new Said(phones.get(chat), word)))
                        .forEach(answer -> answer.expecting(200));
            }
            Awaitility.await("all messages")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> agent.inbox().size() == CHATS * MESSAGES);
            Map<String, List<String>> heard = agent.inbox().stream()
                    .collect(Collectors.groupingBy(
                            message -> message.getString("room_id"),
                            Collectors.mapping(message -> message.getString("body"), Collectors.toList())));
            assertThat(heard.values()).hasSize(CHATS).allSatisfy(said -> assertThat(said)
                    .isEqualTo(words));

            List<Caller> callers = List.of(agent.caller(), other().bearing(agent.token()));
            for (int i = 0; i < MESSAGES; i++) {
                String word = words.get(i);
                Caller caller = callers.get(i % 2);
                for (String room : heard.keySet()) {
                    caller.post(
                                    "/bridge/v1/messages",
                                    Json.createObjectBuilder()
                                            .add("room_id", room)
                                            .add("body", word))
                            .expecting(200);
                }
            }
            awaitEmptyQueues();
            for (String phone : phones) {
                List<String> answers = platform.saidTo(phone);
                assertThat(answers.get(0)).contains("is installed");
                assertThat(answers.subList(1, answers.size())).isEqualTo(words);
            }
            admin.delete(serving).expecting(204);
            remove(connection);
        }
    }

    private JsonObject connect(JsonObject channel) {
        return one().administrator()
                .post(ConnectionCases.CONNECTIONS, channel)
                .expecting(201)
                .json();
    }

    private void remove(JsonObject connection) {
        one().administrator()
                .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(204);
    }

    /** Waiting messages are counted across all nodes. */
    private void awaitEmptyQueues() {
        Awaitility.await("everything processed and sent")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    String metrics =
                            other().anyone().get("/metrics").expecting(200).text();
                    return metrics.contains("gatehouse_inbound_backlog 0\n")
                            && metrics.contains("gatehouse_outbound_backlog 0\n");
                });
    }

    private static String phone() {
        return "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
    }
}
