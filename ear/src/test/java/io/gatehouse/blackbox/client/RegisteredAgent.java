package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** An agent that a host has registered, under a name that no other test has. */
public final class RegisteredAgent {

    private final String host;
    private final String userId;
    private final String token;
    private final Caller caller;

    private RegisteredAgent(Gatehouse gatehouse, String host, JsonObject registration) {
        this.host = host;
        this.userId = registration.getString("agent_user_id");
        this.token = registration.getString("bridge_token");
        this.caller = gatehouse.bearing(token);
    }

    public static RegisteredAgent at(Gatehouse gatehouse) {
        String host = "h" + UUID.randomUUID();
        JsonObject registration = gatehouse
                .host()
                .post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", host))
                .expecting(201)
                .json();
        return new RegisteredAgent(gatehouse, host, registration);
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

    /** Calls with the agent's token. */
    public Caller caller() {
        return caller;
    }

    /** What lies in its inbox now, at most a page; nothing of it is acknowledged. */
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
