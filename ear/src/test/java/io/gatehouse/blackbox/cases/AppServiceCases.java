package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The requests of a homeserver (Matrix application service API v1.17), and the refusal of other callers. */
public interface AppServiceCases extends Cases {

    String API = "/_matrix/app/v1";

    @Test
    @DisplayName("a pushed message reaches the inbox of the agent in the room once and in order, on every path")
    default void aPushedMessageReachesTheInbox() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        String transaction = UUID.randomUUID().toString();

        String[] events = {message(room, "one"), message(room, "zwei ☕")};
        push(API, newId(), join(room, agent));
        push(API, transaction, events);
        push(API, transaction, events);
        push("", newId(), message(room, "three"));
        push("", transaction, events);

        assertThat(agent.bodies()).containsExactly("one", "zwei ☕", "three");
        JsonObject received = agent.inbox().get(0);
        assertThat(received.getString("room_id")).isEqualTo(room);
        assertThat(received.getString("sender")).isEqualTo("@person:localhost");
        assertThat(received.getString("type")).isEqualTo("m.room.message");
    }

    @Test
    @DisplayName("a homeserver that restarts its transaction ids is accepted, and repeated events are ignored")
    default void aHomeserverThatRestartsItsTransactionIdsIsAccepted() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        String transaction = newId();
        String before = message(room, "before its restart");
        String after = message(room, "after its restart");

        push(API, transaction, join(room, agent), before);
        push(API, transaction, before, after);
        push(API, transaction, before, after);
        push(API, transaction, after, before);

        assertThat(agent.bodies()).containsExactly("before its restart", "after its restart");
    }

    @Test
    @DisplayName("of one transaction pushed twenty times at once, each message arrives once")
    default void aTransactionPushedConcurrentlyIsProcessedOnce() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        push(API, newId(), join(room, agent));
        String body = transaction(message(room, "one"), message(room, "two"));
        String path = API + "/transactions/" + newId();

        List<Answer> answers =
                ConcurrentCalls.call(20, number -> gatehouse().homeserver().put(path, body));

        assertThat(answers).allSatisfy(answer -> {
            answer.expecting(200);
            assertThat(answer.json()).isEmpty();
        });
        assertThat(agent.bodies()).containsExactly("one", "two");
    }

    @Test
    @DisplayName("garbage and deep nesting in a transaction are skipped")
    default void garbageIsSkipped() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        String deep = message(room, "deep")
                .replace("\"content\":{", "\"content\":{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + ",");
        String endless =
                message(room, "endless").replace("\"content\":{", "\"content\":{\"x\":" + "9".repeat(50_000) + ",");
        String body = "{\"events\":[7,null,{}," + join(room, agent) + "," + deep + "," + endless
                + ",{\"event_id\":\"$x\"}," + message(room, "a\\u0000b\\ud83d")
                + "],\"ephemeral\":[{\"type\":\"m.typing\",\"content\":{}}]}";

        gatehouse().homeserver().put(API + "/transactions/" + newId(), body).expecting(200);

        assertThat(agent.bodies()).containsExactly("a\uFFFDb\uFFFD");
    }

    @Test
    @DisplayName("an invited agent joins, and does not receive earlier messages")
    default void anInvitedAgentReceivesNothingBeforeItJoins() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        push(API, newId(), member(room, agent, "invite"), message(room, "too early"));
        push(API, newId(), member(room, agent, "join"), message(room, "welcome"), member(room, agent, "leave"));
        push(API, newId(), message(room, "too late"));

        assertThat(agent.bodies()).containsExactly("welcome");
    }

    @Test
    @DisplayName("a large transaction is accepted")
    default void largeTransactionsAreAccepted() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        push(API, newId(), join(room, agent));
        String[] events = IntStream.range(0, 100)
                .mapToObj(number -> message(room, number + "x".repeat(60_000)))
                .toArray(String[]::new);

        push(API, newId(), events);
        assertThat(agent.bodies()).hasSize(100);
    }

    @Test
    @DisplayName("malformed JSON and JSON that is no transaction are refused with Matrix errors")
    default void malformedTransactionsAreRefused() {
        for (String body : new String[] {"", "{", "{\"events\":[}", "{\"events\":[]} x", "<html>"}) {
            gatehouse()
                    .homeserver()
                    .put(API + "/transactions/" + newId(), body)
                    .expectingMatrixError(400, "M_NOT_JSON");
        }
        for (String body : new String[] {"[]", "null", "{}", "{\"events\":{}}"}) {
            gatehouse()
                    .homeserver()
                    .put(API + "/transactions/" + newId(), body)
                    .expectingMatrixError(400, "M_BAD_JSON");
        }
        gatehouse()
                .homeserver()
                .put(API + "/transactions/" + "x".repeat(256), "{\"events\":[]}")
                .expectingMatrixError(400, "M_INVALID_PARAM");
    }

    @Test
    @DisplayName("a registered agent is a user, others are not, and there are no room aliases")
    default void usersAndRoomsAreAnswered() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        Caller homeserver = gatehouse().homeserver();
        for (String base : new String[] {API, ""}) {
            assertThat(homeserver
                            .get(base + "/users/" + agent.userId().replace("@", "%40"))
                            .expecting(200)
                            .json())
                    .isEmpty();
            homeserver.get(base + "/users/@agent-nobody-nowhere:localhost").expectingMatrixError(404, "M_NOT_FOUND");
            homeserver.get(base + "/rooms/%23tea:localhost").expectingMatrixError(404, "M_NOT_FOUND");
        }
    }

    @Test
    @DisplayName("a ping is answered")
    default void aPingIsAnswered() {
        Answer answer = gatehouse()
                .homeserver()
                .post(API + "/ping", Json.createObjectBuilder().add("transaction_id", "meow"))
                .expecting(200);
        assertThat(answer.json()).isEmpty();
    }

    @Test
    @DisplayName("the OpenAPI document covers the paths, errors included")
    default void theOpenApiDocumentCoversThePaths() {
        String document = gatehouse().anyone().get("/openapi").expecting(200).text();

        assertThat(document)
                .contains(
                        API + "/transactions/{txnId}",
                        API + "/users/{userId}",
                        API + "/rooms/{roomAlias}",
                        API + "/ping")
                .contains("MatrixError", "M_FORBIDDEN", "M_TOO_LARGE", "M_NOT_JSON")
                .doesNotContainPattern("(?m)^\\s*\"?/users/");
    }

    @Test
    @DisplayName("unknown paths and other methods are M_UNRECOGNIZED")
    default void unknownPathsAreUnrecognized() {
        Caller homeserver = gatehouse().homeserver();
        homeserver.get(API + "/nowhere").expectingMatrixError(404, "M_UNRECOGNIZED");
        homeserver.get(API + "/thirdparty/protocol/irc").expectingMatrixError(404, "M_UNRECOGNIZED");
        homeserver.get("/_matrix/client/versions").expectingMatrixError(404, "M_UNRECOGNIZED");
        homeserver.get(API + "/transactions/1").expectingMatrixError(405, "M_UNRECOGNIZED");
        homeserver.delete(API + "/users/@a:b").expectingMatrixError(405, "M_UNRECOGNIZED");
        homeserver.get(API + "/ping").expectingMatrixError(405, "M_UNRECOGNIZED");
        homeserver.get("/transactions/1").expectingMatrixError(405, "M_UNRECOGNIZED");
    }

    @Test
    @DisplayName("only the homeserver is admitted, and pushes of others have no effect")
    default void onlyTheHomeserverIsAdmitted() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String room = newRoom();
        push(API, newId(), join(room, agent));
        String right = URLEncoder.encode(Gatehouse.HS_TOKEN, StandardCharsets.UTF_8);
        Map<String, Caller> others = new LinkedHashMap<>();
        others.put("a wrong token", gatehouse().bearing("hs-" + "0".repeat(32)));
        others.put("a part of the token", gatehouse().bearing(right.substring(0, 20)));
        others.put("more than the token", gatehouse().bearing(right + "0"));
        others.put("the token in capitals", gatehouse().bearing(right.toUpperCase(Locale.ROOT)));
        others.put("an agent", gatehouse().bearing(agent.token()));
        others.put("a host", gatehouse().host());
        others.put("a user", gatehouse().signedIn("alice"));
        others.put("an administrator", gatehouse().signedIn("admin"));
        others.put("a gateway", gatehouse().gateway());

        for (String path : new String[] {API + "/transactions/" + newId(), "/transactions/" + newId()}) {
            String body = transaction(message(room, "smuggled"));
            others.forEach((who, caller) -> {
                caller.put(path, body).expectingMatrixError(403, "M_FORBIDDEN");
                caller.get(API + "/users/" + agent.userId()).expectingMatrixError(403, "M_FORBIDDEN");
                caller.get("/rooms/%23a:b").expectingMatrixError(403, "M_FORBIDDEN");
                caller.post(API + "/ping", JsonObject.EMPTY_JSON_OBJECT).expectingMatrixError(403, "M_FORBIDDEN");
            });
            gatehouse().anyone().put(path + "?access_token=" + right, body).expectingMatrixError(403, "M_FORBIDDEN");
            gatehouse().homeserver().put(path + "?access_token=other", body).expectingMatrixError(403, "M_FORBIDDEN");
            gatehouse()
                    .homeserver()
                    .put(path + "?access_token=" + right + "&access_token=other", body)
                    .expectingMatrixError(403, "M_FORBIDDEN");
            Answer missing = gatehouse().anyone().put(path, body).expectingMatrixError(401, "M_MISSING_TOKEN");
            assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        assertThat(agent.bodies()).isEmpty();

        gatehouse()
                .homeserver()
                .put(API + "/transactions/" + newId() + "?access_token=" + right, transaction(message(room, "both")))
                .expecting(200);
        assertThat(agent.bodies()).containsExactly("both");
    }

    @Test
    @DisplayName("the homeserver's token opens nothing else")
    default void theHomeserversTokenOpensNothingElse() {
        gatehouse().homeserver().get("/api/me").expectingProblem(401, "invalid_token");
        gatehouse().homeserver().get("/bridge/v1/messages").expectingProblem(401, "invalid_token");
        for (String path : new String[] {"/_matrix/../api/me", "/users/../api/me", "/_matrix/..%2fapi/me"}) {
            assertThat(gatehouse().homeserver().get(path).status()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    private void push(String base, String transactionId, String... events) {
        Answer answer = gatehouse().homeserver().put(base + "/transactions/" + transactionId, transaction(events));
        assertThat(answer.expecting(200).json()).isEmpty();
    }

    private static String transaction(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    private static String message(String room, String body) {
        return "{\"event_id\":\"$" + newId() + "\",\"room_id\":\"" + room + "\",\"sender\":\"@person:localhost\","
                + "\"type\":\"m.room.message\",\"origin_server_ts\":1700000000000,"
                + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"" + body + "\"}}";
    }

    private static String join(String room, RegisteredAgent agent) {
        return member(room, agent, "join");
    }

    private static String member(String room, RegisteredAgent agent, String membership) {
        return "{\"event_id\":\"$" + newId() + "\",\"room_id\":\"" + room + "\",\"sender\":\"" + agent.userId()
                + "\",\"type\":\"m.room.member\",\"state_key\":\"" + agent.userId()
                + "\",\"origin_server_ts\":1700000000000,\"content\":{\"membership\":\"" + membership + "\"}}";
    }

    private static String newRoom() {
        return "!" + newId() + ":localhost";
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
