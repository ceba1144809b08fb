package io.gatehouse.registry.matrix;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.homeserver.Adapter;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Agents as users of a Matrix homeserver (client-server API v1.17, application service API v1.17). */
@ApplicationScoped
@Adapter(Adapter.Kind.MATRIX)
class MatrixHomeserver implements Homeserver {

    private static final int MAX_ID_BYTES = 255;
    private static final Pattern ROOM = Pattern.compile("![^\\x00-\\x20\\x7F]+");

    private HomeserverUsers users;
    private AgentDevices devices;
    private RoomJoin rooms;
    private HomeserverClient client;
    private RoomFollowing following;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MatrixHomeserver() {}

    @Inject
    MatrixHomeserver(
            HomeserverUsers users,
            AgentDevices devices,
            RoomJoin rooms,
            HomeserverClient client,
            RoomFollowing following) {
        this.users = users;
        this.devices = devices;
        this.rooms = rooms;
        this.client = client;
        this.following = following;
    }

    @Override
    public HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName) {
        return users.ensure(user.value(), displayName);
    }

    @Override
    public HomeserverAnswer<Void> join(AgentUserId user, String roomId) {
        if (!isRoom(roomId)) {
            return noSuchRoom();
        }
        MatrixReply reply = rooms.join(user.value(), roomId);
        return reply instanceof Ok ? new Done<>(null) : MatrixErrors.ofEntry(reply);
    }

    @Override
    public HomeserverAnswer<Void> follow(AgentUserId user, Succession succession) {
        return isRoom(succession.oldRoom()) && isRoom(succession.newRoom())
                ? following.follow(user.value(), succession)
                : noSuchRoom();
    }

    @Override
    public HomeserverAnswer<String> send(
            AgentUserId sender, String roomId, String eventType, String content, String transactionId) {
        if (!isRoom(roomId)) {
            return noSuchRoom();
        }
        // Some homeservers distinguish the transactions of one application service by the path alone.
        String transaction = sender.localpart() + "." + transactionId;
        MatrixRequest send = MatrixRequest.put(content, "v3", "rooms", roomId, "send", eventType, transaction);
        return rooms.inside(sender.value(), roomId, () -> devices.ask(sender.value(), send), MatrixHomeserver::eventId);
    }

    @Override
    public HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout) {
        if (!isRoom(roomId)) {
            return noSuchRoom();
        }
        JsonObjectBuilder body = JsonObjects.builder().add("typing", typing);
        if (typing) {
            body.add("timeout", timeout.toMillis());
        }
        MatrixRequest type = MatrixRequest.put(body.build().toString(), "v3", "rooms", roomId, "typing", user.value())
                .as(user.value());
        return rooms.inside(user.value(), roomId, () -> client.ask(type), nothing -> new Done<>(null));
    }

    private static HomeserverAnswer<String> eventId(JsonObject body) {
        return body.get("event_id") instanceof JsonString eventId && isEvent(eventId.getString())
                ? new Done<>(eventId.getString())
                : new Unavailable<>(HomeserverOutageException.RETRY_AFTER, "it answers without the id of the event");
    }

    private static <T> HomeserverAnswer<T> noSuchRoom() {
        return new Refused<>(Reason.UNKNOWN_ROOM, "no room has such an id");
    }

    private static boolean isRoom(String id) {
        return ROOM.matcher(id).matches() && id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES;
    }

    private static boolean isEvent(String id) {
        return id.length() > 1 && id.length() <= MAX_ID_BYTES && id.charAt(0) == '$';
    }
}
