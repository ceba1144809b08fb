package io.gatehouse.blackbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What a deployment administrator sets up for a test: hosts, their tokens, and agents. */
public final class Administration {

    private final Gatehouse gatehouse;

    public Administration(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    public Caller caller() {
        return gatehouse.administrator();
    }

    /** Creates a host of the operator's organization; returns its id. */
    public String newHost() {
        return newHost("operator");
    }

    public String newHost(String organization) {
        return caller().post(
                        "/api/admin/hosts",
                        Json.createObjectBuilder()
                                .add("name", RunningHost.newName())
                                .add("organization", organization))
                .expecting(201)
                .json()
                .getString("id");
    }

    public String hostName(String id) {
        return caller().get("/api/admin/hosts/" + id).expecting(200).json().getString("name");
    }

    /** Mints a token of the host; returns the answer. */
    public JsonObject mint(String host, String... scopes) {
        return caller().post("/api/admin/hosts/" + host + "/tokens", scopes(scopes))
                .expecting(201)
                .json();
    }

    /** The id under which administrators find a registered agent. */
    public String agentId(String userId, String host) {
        return caller()
                .get("/api/admin/agents?host=" + host)
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(agent -> agent.getString("agentUserId").equals(userId))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** Registers an agent as this host, for the first time or again. */
    public static JsonObject register(Caller host, String name) {
        Answer answer = tryToRegister(host, name);
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer.json();
    }

    public static Answer tryToRegister(Caller host, String name) {
        return host.post(
                "/bridge/v1/agents",
                Json.createObjectBuilder().add("alias", "echo").add("host", name));
    }

    public static JsonObjectBuilder scopes(String... scopes) {
        return Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes)));
    }

    /** The ids of the items listed under that name. */
    public static List<String> ids(Answer answer, String list) {
        return answer.json().getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }
}
