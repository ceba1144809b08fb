package io.gatehouse.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with a Matrix client. */
public final class MatrixPerson {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI homeserver;
    private final String token;
    private final @Nullable String asUser;
    private String userId = "";
    private @Nullable String since;

    private MatrixPerson(URI homeserver, String token, @Nullable String asUser) {
        this.homeserver = homeserver;
        this.token = token;
        this.asUser = asUser;
    }

    static MatrixPerson register(URI homeserver, String name) {
        JsonObject account = new MatrixPerson(homeserver, "", null)
                .send(
                        "POST",
                        "register",
                        Json.createObjectBuilder()
                                .add("auth", Json.createObjectBuilder().add("type", "m.login.dummy"))
                                .add("username", name)
                                .add("password", UUID.randomUUID().toString())
                                .build()
                                .toString());
        MatrixPerson person = new MatrixPerson(homeserver, account.getString("access_token"), null);
        person.userId = account.getString("user_id");
        return person;
    }

    /** Returns a user of an application service, acting with its token. */
    public static MatrixPerson puppet(URI homeserver, String asToken, String userId) {
        MatrixPerson puppet = new MatrixPerson(homeserver, asToken, userId);
        puppet.userId = userId;
        return puppet;
    }

    public String userId() {
        return userId;
    }

    /** Creates a room that only invited users may enter. */
    public String createRoom(String... invited) {
        JsonArrayBuilder invitations = Json.createArrayBuilder();
        List.of(invited).forEach(invitations::add);
        return send(
                        "POST",
                        "createRoom",
                        Json.createObjectBuilder()
                                .add("preset", "private_chat")
                                .add("invite", invitations)
                                .build()
                                .toString())
                .getString("room_id");
    }

    /** Returns the id of the event. */
    public String say(String roomId, String body) {
        return send(
                        "PUT",
                        "rooms/" + encoded(roomId) + "/send/m.room.message/" + UUID.randomUUID(),
                        Json.createObjectBuilder()
                                .add("msgtype", "m.text")
                                .add("body", body)
                                .build()
                                .toString())
                .getString("event_id");
    }

    public void invite(String user, String roomId) {
        JsonObject answer = send(
                "POST",
                "rooms/" + encoded(roomId) + "/invite",
                Json.createObjectBuilder().add("user_id", user).build().toString());
        assert answer.isEmpty();
    }

    /** Returns the user's account data of that type. */
    public String accountData(String type) {
        return send("GET", "user/" + encoded(userId) + "/account_data/" + encoded(type), null)
                .toString();
    }

    /** Returns the events in all rooms since the last call; blocks for at most the given time. */
    public JsonObject sync(Duration timeout) {
        String from = since == null ? "" : "&since=" + encoded(since);
        JsonObject response = send("GET", "sync?timeout=" + timeout.toMillis() + from, null);
        since = response.getString("next_batch");
        return response;
    }

    /** Returns the ids of the users typing in the room, according to a sync response. */
    public static List<String> typing(JsonObject response, String roomId) {
        return events(response, roomId, "ephemeral").stream()
                .filter(event -> event.getString("type").equals("m.typing"))
                .flatMap(event -> event.getJsonObject("content").getJsonArray("user_ids").stream())
                .map(user -> ((jakarta.json.JsonString) user).getString())
                .toList();
    }

    /** Returns the room's messages in a sync response. */
    public static List<JsonObject> messages(JsonObject response, String roomId) {
        return events(response, roomId, "timeline").stream()
                .filter(event -> event.getString("type").equals("m.room.message"))
                .toList();
    }

    private static List<JsonObject> events(JsonObject response, String roomId, String kind) {
        JsonObject rooms = child(child(child(response, "rooms"), "join"), roomId);
        JsonObject events = child(rooms, kind);
        return events.containsKey("events") ? events.getJsonArray("events").getValuesAs(JsonObject.class) : List.of();
    }

    private static JsonObject child(JsonObject parent, String name) {
        return parent.containsKey(name) ? parent.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
    }

    /** Returns all messages in the room, oldest first. */
    public List<JsonObject> history(String roomId) {
        List<JsonObject> messages = new ArrayList<>();
        String from = "";
        while (true) {
            JsonObject page = send("GET", "rooms/" + encoded(roomId) + "/messages?dir=f&limit=1000" + from, null);
            page.getJsonArray("chunk").getValuesAs(JsonObject.class).stream()
                    .filter(event -> event.getString("type").equals("m.room.message"))
                    .forEach(messages::add);
            if (!page.containsKey("end")) {
                return messages;
            }
            from = "&from=" + encoded(page.getString("end"));
        }
    }

    private JsonObject send(String method, String path, @Nullable String body) {
        String puppet = asUser == null ? "" : (path.contains("?") ? "&" : "?") + "user_id=" + encoded(asUser);
        HttpRequest.Builder builder = HttpRequest.newBuilder(homeserver.resolve("/_matrix/client/v3/" + path + puppet))
                .timeout(Duration.ofMinutes(1))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpRequest request = token.isEmpty()
                ? builder.build()
                : builder.header("Authorization", "Bearer " + token).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + path + " -> " + answer.statusCode() + " " + answer.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
