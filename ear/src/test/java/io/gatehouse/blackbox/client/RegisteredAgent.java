package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** A registered agent with a unique name. */
public final class RegisteredAgent {

    private final Gatehouse gatehouse;
    private final String host;
    private final String userId;
    private final String token;
    private final Caller caller;

    private RegisteredAgent(Gatehouse gatehouse, String host, JsonObject registration) {
        this.gatehouse = gatehouse;
        this.host = host;
        this.userId = registration.getString("agent_user_id");
        this.token = registration.getString("bridge_token");
        this.caller = gatehouse.bearing(token);
    }

    public static RegisteredAgent at(Gatehouse gatehouse) {
        String host = "h" + UUID.randomUUID();
        return new RegisteredAgent(
                gatehouse, host, register(gatehouse, host).expecting(201).json());
    }

    /** Registers again, after which the agent's token expires. */
    public void registerAgain() {
        register(gatehouse, host).expecting(200);
    }

    private static Answer register(Gatehouse gatehouse, String host) {
        return gatehouse
                .host()
                .post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", host));
    }

    public String host() {
        return host;
    }

    public String userId() {
        return userId;
    }

    public String token() {
        return token;
    }

    /** A caller with the agent's token. */
    public Caller caller() {
        return caller;
    }

    /** Sends a message to another agent in a room that both are in. */
    public void say(RegisteredAgent other, String body) {
        caller.post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", "!" + UUID.randomUUID() + ":localhost")
                                .add("body", body)
                                .add("mentions", Json.createArrayBuilder().add(other.userId)))
                .expecting(200);
    }

    /** The first page of its inbox; acknowledges nothing. */
    public List<JsonObject> inbox() {
        return caller.get("/bridge/v1/messages?timeout=0")
                .expecting(200)
                .json()
                .getJsonArray("messages")
                .getValuesAs(JsonObject.class);
    }

    public List<String> bodies() {
        return inbox().stream().map(message -> message.getString("body", "")).toList();
    }
}
