package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;

/** A person's room; the homeserver pushes each of its events in a transaction of its own. */
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

    /** The person invites a user. */
    public void asks(String userId) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.member")
                .add("sender", person)
                .add("state_key", userId)
                .add("content", Json.createObjectBuilder().add("membership", "invite")));
    }

    public void says(String text) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.message")
                .add("sender", person)
                .add(
                        "content",
                        Json.createObjectBuilder().add("msgtype", "m.text").add("body", text)));
    }

    /** Another user's reply with a quote, in the format of the client-server API up to v1.12. */
    public void replies(String who, String quoted, String text) {
        pushMessage(
                who,
                Json.createObjectBuilder()
                        .add("msgtype", "m.text")
                        .add("body", "> <@ada:localhost> " + quoted + "\n\n" + text)
                        .add("format", "org.matrix.custom.html")
                        .add("formatted_body", "<mx-reply><blockquote>" + quoted + "</blockquote></mx-reply>" + text)
                        .add(
                                "m.relates_to",
                                Json.createObjectBuilder()
                                        .add(
                                                "m.in_reply_to",
                                                Json.createObjectBuilder().add("event_id", "$before"))));
    }

    /** An image with a caption. */
    public void shows(String who, String caption) {
        pushMessage(
                who,
                Json.createObjectBuilder()
                        .add("msgtype", "m.image")
                        .add("body", caption)
                        .add("filename", "a.png")
                        .add("url", "mxc://localhost/1"));
    }

    /** The room is upgraded to that one. */
    public void isReplacedBy(String room) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.tombstone")
                .add("sender", person)
                .add("state_key", "")
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add("body", "This room has been replaced")
                                .add("replacement_room", room)));
    }

    public String person() {
        return person;
    }

    private void pushMessage(String who, JsonObjectBuilder content) {
        push(Json.createObjectBuilder()
                .add("type", "m.room.message")
                .add("sender", who)
                .add("content", content));
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
