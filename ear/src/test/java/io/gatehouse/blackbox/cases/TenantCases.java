package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RunningHost;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a host's credential is worth in another organization: nothing, also where it is good for every host. */
public interface TenantCases extends Cases {

    /** A host of that organization with two agents, of whom one has said something to the other in that room. */
    private RunningHost hostWithAConversation(String organization, String room) {
        RunningHost host = RunningHost.of(gatehouse(), organization);
        JsonObject listener = host.registered("listener");
        host.caller()
                .post(
                        "/bridge/v1/messages",
                        naming(host.registered("speaker"))
                                .add("room_id", room)
                                .add("body", "between us")
                                .add("mentions", Json.createArrayBuilder().add(listener.getString("agent_user_id"))))
                .expecting(200);
        return host;
    }

    @Test
    @DisplayName("the token for every host speaks for no agent of another organization, and hears nothing of theirs")
    default void theTokenForEveryHostIsNobodyElsewhere() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        RunningHost tenant = hostWithAConversation("personal-finance", room);
        JsonObject listener = tenant.registered("listener");

        assertIsNobody(gatehouse().host(), listener, room);

        assertThat(bodies(tenant.caller(), listener)).containsExactly("between us");
    }

    @Test
    @DisplayName("nor does a host's token of one organization for an agent of another")
    default void aHostsTokenIsNobodyElsewhere() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        RunningHost operators = hostWithAConversation("operator", room);
        JsonObject listener = operators.registered("listener");

        assertIsNobody(RunningHost.of(gatehouse(), "personal-finance").caller(), listener, room);

        assertThat(bodies(operators.caller(), listener)).containsExactly("between us");
    }

    @Test
    @DisplayName("the token for every host speaks for the agents of all hosts of its own organization")
    default void theTokenForEveryHostSpeaksForItsOwn() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        RunningHost sibling = hostWithAConversation("operator", room);
        JsonObject listener = sibling.registered("listener");

        send(gatehouse().host(), listener, room).expecting(200);
        type(gatehouse().host(), listener, room).expecting(200);
        assertThat(bodies(gatehouse().host(), listener)).containsExactly("between us");
        RunningHost another = RunningHost.of(gatehouse(), "operator");
        send(another.caller(), listener, room).expectingProblem(403, "host_mismatch");
    }

    @Test
    @DisplayName("the token for every host neither asks about nor ends the tokens of another organization")
    default void theTokenForEveryHostEndsNothingElsewhere() {
        RunningHost tenant = RunningHost.of(gatehouse(), "personal-finance");
        String token = tenant.registered("echo").getString("bridge_token");

        Caller everyHost = everyHost();
        assertThat(everyHost.introspect(token).expecting(200).text()).isEqualTo("{\"active\":false}");
        everyHost.revoke(token).expectingOAuthError(400, "unauthorized_client");
        gatehouse().host().revoke(token).expectingOAuthError(400, "unauthorized_client");

        gatehouse().bearing(token).type().expecting(200);
        assertThat(tenant.caller().introspect(token).expecting(200).json().getBoolean("active"))
                .isTrue();
        tenant.caller().revoke(token).expecting(200);
        gatehouse().bearing(token).type().expectingProblem(401, "invalid_token");
    }

    /** With the token for every host that makes no gateway of its bearer: gateways may ask about every agent's token. */
    private Caller everyHost() {
        Caller admin = gatehouse().administrator();
        String host = admin.get("/api/admin/hosts?name=%2A")
                .expecting(200)
                .json()
                .getJsonArray("hosts")
                .getJsonObject(0)
                .getString("id");
        JsonObject minted = admin.post(
                        "/api/admin/hosts/" + host + "/tokens",
                        Json.createObjectBuilder()
                                .add("scopes", Json.createArrayBuilder().add("bridge")))
                .expecting(201)
                .json();
        return gatehouse().bearing(minted.getString("token"));
    }

    /** On every path of messages, exactly as with an agent that is not there. */
    private static void assertIsNobody(Caller caller, JsonObject agent, String room) {
        JsonObject nobody = Json.createObjectBuilder()
                .add("agent_user_id", "@agent-nobody-" + RunningHost.newName() + ":localhost")
                .build();
        for (JsonObject named : List.of(agent, nobody)) {
            for (Answer answer : List.of(
                    send(caller, named, room),
                    type(caller, named, room),
                    caller.get(inbox(named, "&timeout=0")),
                    caller.get(inbox(named, "&timeout=0&since=" + Long.MAX_VALUE)),
                    caller.getAsStream(inbox(named, ""), Map.of()),
                    caller.getAsStream(inbox(named, ""), Map.of("Last-Event-ID", "" + Long.MAX_VALUE)))) {
                JsonObject problem =
                        answer.expectingProblem(404, "unknown_agent").json();
                assertThat(problem.getString("detail")).isEqualTo("No agent of that user id is registered.");
            }
        }
    }

    private static Answer send(Caller caller, JsonObject agent, String room) {
        return caller.post(
                "/bridge/v1/messages", naming(agent).add("room_id", room).add("body", "in your name"));
    }

    private static Answer type(Caller caller, JsonObject agent, String room) {
        return caller.post(
                "/bridge/v1/typing", naming(agent).add("room_id", room).add("typing", true));
    }

    private static List<String> bodies(Caller caller, JsonObject agent) {
        return caller
                .get(inbox(agent, "&timeout=0"))
                .expecting(200)
                .json()
                .getJsonArray("messages")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(message -> message.getString("body"))
                .toList();
    }

    private static JsonObjectBuilder naming(JsonObject agent) {
        return Json.createObjectBuilder().add("agent_user_id", agent.getString("agent_user_id"));
    }

    private static String inbox(JsonObject agent, String query) {
        return "/bridge/v1/messages?agent_user_id="
                + URLEncoder.encode(agent.getString("agent_user_id"), StandardCharsets.UTF_8) + query;
    }
}
