package io.gatehouse.example.echo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The calls of {@code /bridge/v1} that an agent and its host make. A refusal is thrown with its reason. */
final class Bridge implements AutoCloseable {

    private static final Set<Integer> PERMANENT_REFUSALS = Set.of(400, 403, 404, 413, 422);

    private final Client client = ClientBuilder.newBuilder()
            .connectTimeout(10, TimeUnit.SECONDS)
            // Longer than the pauses of an open stream, which would otherwise count as broken.
            .readTimeout(60, TimeUnit.SECONDS)
            .build();

    private final WebTarget bridge;
    private final String hostToken;
    private final String alias;
    private final String host;

    Bridge(URI gatehouse, String hostToken, String alias, String host) {
        this.bridge = client.target(gatehouse).path("bridge/v1");
        this.hostToken = hostToken;
        this.alias = alias;
        this.host = host;
    }

    /** Registers the agent. If it was registered before, it stays the same agent and gets a new token. */
    Registration register(String displayName) {
        return Registration.from(post("agents", hostToken, name().add("display_name", displayName)));
    }

    /** Sends a heartbeat. Returns false if the registration has ended. */
    boolean heartbeat(Registration registration) {
        try {
            JsonObject lease = post(
                    "hosts/" + host + "/heartbeat",
                    hostToken,
                    Json.createObjectBuilder().add("generation", registration.generation()));
            return !lease.isEmpty();
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.GONE.getStatusCode()) {
                return false;
            }
            throw e;
        }
    }

    MessageStream listen(Registration registration, BiConsumer<Registration, IncomingMessage> listener) {
        WebTarget messages = bridge.path("messages").register(bearer(registration.token()));
        return new MessageStream(messages, message -> listener.accept(registration, message));
    }

    /** Acknowledges all messages up to the position; they are not delivered again. */
    void acknowledge(Registration registration, long position) {
        Response answer = bridge.path("messages")
                .queryParam("since", position)
                .queryParam("timeout", 0)
                .register(bearer(registration.token()))
                .request()
                .get();
        read(answer);
    }

    /**
     * Sends a reply, once however often it is retried: the transaction id is derived from the event. Returns false if
     * Gatehouse refuses it permanently.
     */
    boolean reply(Registration registration, IncomingMessage message, String body) {
        JsonObjectBuilder reply = Json.createObjectBuilder()
                .add("room_id", message.roomId())
                .add("msgtype", "m.notice")
                .add("body", body)
                .add("reply_to", message.eventId())
                .add("txn_id", "echo-" + message.eventId());
        try {
            return post("messages", registration.token(), reply).containsKey("event_id");
        } catch (WebApplicationException e) {
            if (PERMANENT_REFUSALS.contains(e.getResponse().getStatus())) {
                return false;
            }
            throw e;
        }
    }

    /** Revokes the agent, unless another process has registered it since. */
    void revoke(Registration registration) {
        post("agents/revoke", hostToken, name().add("generation", registration.generation()));
    }

    private JsonObjectBuilder name() {
        return Json.createObjectBuilder().add("alias", alias).add("host", host);
    }

    private JsonObject post(String path, String token, JsonObjectBuilder body) {
        Response answer = bridge.path(path)
                .register(bearer(token))
                .request()
                .post(Entity.json(body.build().toString()));
        return read(answer);
    }

    private static JsonObject read(Response answer) {
        try (answer) {
            String body = answer.readEntity(String.class);
            if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new WebApplicationException(answer.getStatus() + " " + body, answer);
            }
            return object(body);
        }
    }

    static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static ClientRequestFilter bearer(String token) {
        return request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    @Override
    public void close() {
        client.close();
    }
}
