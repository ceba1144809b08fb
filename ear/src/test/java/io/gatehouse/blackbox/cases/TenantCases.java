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

/** A host's credential is useless in other organizations, also one for every host. */
public interface TenantCases extends Cases {

    /** A host of that organization with two agents, one of which has sent the other a message in that room. */
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
    @DisplayName("the token for every host neither acts as an agent of another organization nor reads its messages")
    default void theTokenForEveryHostIsUselessInOtherOrganizations() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        RunningHost tenant = hostWithAConversation("personal-finance", room);
        JsonObject listener = tenant.registered("listener");

        assertIsNobody(gatehouse().host(), listener, room);

        assertThat(bodies(tenant.caller(), listener)).containsExactly("between us");
    }

    @Test
    @DisplayName("nor does a host's token act as an agent of another organization")
    default void aHostsTokenIsUselessInOtherOrganizations() {
        String room = "!" + UUID.randomUUID() + ":localhost";
        RunningHost operators = hostWithAConversation("operator", room);
        JsonObject listener = operators.registered("listener");

        assertIsNobody(RunningHost.of(gatehouse(), "personal-finance").caller(), listener, room);

        assertThat(bodies(operators.caller(), listener)).containsExactly("between us");
    }

    @Test
    @DisplayName("the token for every host acts as the agents of all hosts of its own organization")
    default void theTokenForEveryHostActsInItsOwnOrganization() {
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
    @DisplayName("the token for every host neither introspects nor revokes tokens of another organization")
    default void theTokenForEveryHostRevokesNothingInOtherOrganizations() {
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

    /**
     * A token for every host without the scope of gateways, because gateways may introspect the tokens of all agents.
     */
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

    /** On every messaging path the answer is that for an unknown agent. */
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
