package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;

/** A person's room, as the homeserver pushes what happens there: each event in a transaction of its own. */
public final class PushedRoom {

    private final Caller homeserver;
    private final String person = "@ada-" + UUID.randomUUID() + ":localhost";
    private final String id = "!" + UUID.randomUUID() + ":localhost";

    public PushedRoom(Gatehouse gatehouse) {
        this.homeserver = gatehouse.homeserver();
    }

    public String id() {
        return id;
    }

    public void joins(String userId) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.member")
                .add("sender", userId)
                .add("state_key", userId)
                .add("content", Json.createObjectBuilder().add("membership", "join")));
    }

    public void says(String text) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.message")
                .add("sender", person)
                .add(
                        "content",
                        Json.createObjectBuilder().add("msgtype", "m.text").add("body", text)));
    }

    private void push(JsonObjectBuilder event) {
        event.add("event_id", "$" + UUID.randomUUID())
                .add("room_id", id)
                .add("origin_server_ts", Instant.now().toEpochMilli());
        homeserver
                .put(
                        "/_matrix/app/v1/transactions/" + UUID.randomUUID(),
                        Json.createObjectBuilder()
                                .add("events", Json.createArrayBuilder().add(event)))
                .expecting(200);
    }
}
