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

/** The calls of {@code /bridge/v1} that an agent and its host make. What Gatehouse refuses is thrown, with its reason. */
final class Bridge implements AutoCloseable {

    private static final Set<Integer> NOT_TO_BE_HAD = Set.of(400, 403, 404, 413, 422);

    private final Client client = ClientBuilder.newBuilder()
            .connectTimeout(10, TimeUnit.SECONDS)
            // Longer than an open stream is silent: it would count as broken.
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

    /** Makes the agent known; the same agent as before where it was, with a new token. */
    Registration register(String displayName) {
        return Registration.from(post("agents", hostToken, name().add("display_name", displayName)));
    }

    /** Shows that the agent lives. False where its registration is over. */
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

    Ear listen(Registration registration, BiConsumer<Registration, Heard> listener) {
        WebTarget messages = bridge.path("messages").register(bearer(registration.token()));
        return new Ear(messages, heard -> listener.accept(registration, heard));
    }

    /** What lies up to that position does not come again. */
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
     * However often it is tried, it is said once: the answer to an event has one transaction id. False where Gatehouse
     * will not have it, and will not when it is tried again.
     */
    boolean reply(Registration registration, Heard heard, String body) {
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("room_id", heard.roomId())
                .add("msgtype", "m.notice")
                .add("body", body)
                .add("reply_to", heard.eventId())
                .add("txn_id", "echo-" + heard.eventId());
        try {
            return post("messages", registration.token(), message).containsKey("event_id");
        } catch (WebApplicationException e) {
            if (NOT_TO_BE_HAD.contains(e.getResponse().getStatus())) {
                return false;
            }
            throw e;
        }
    }

    /** Takes the agent out of the registry, unless it has registered again since, from elsewhere. */
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
