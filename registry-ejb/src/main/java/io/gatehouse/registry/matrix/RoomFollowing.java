package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.Succession;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;

/**
 * Follows rooms that were upgraded (Matrix client-server API, "Room upgrades"): joins the room that the tombstone
 * names, if that room names the old one as its predecessor.
 */
@Dependent
class RoomFollowing {

    /** Statuses of a leave call if the user is not in the room. */
    private static final Set<Integer> NOT_IN_ROOM = Set.of(403, 404);

    private final HomeserverClient client;
    private final RoomJoin roomJoin;
    private final Settings settings;

    @Inject
    RoomFollowing(HomeserverClient client, RoomJoin roomJoin, Settings settings) {
        this.client = client;
        this.roomJoin = roomJoin;
        this.settings = settings;
    }

    HomeserverAnswer<Void> follow(String userId, Succession rooms) {
        MatrixReply joined = client.ask(join(rooms).as(userId));
        if (joined.isFailure(MatrixErrors.FORBIDDEN)) {
            return followByInvitation(userId, rooms);
        }
        return joined instanceof Ok ? stay(userId, rooms) : MatrixErrors.ofEntry(joined);
    }

    /**
     * Lets the bot invite the user, but only after verifying the predecessor: anyone who may send a tombstone can name
     * any room.
     */
    private HomeserverAnswer<Void> followByInvitation(String userId, Succession rooms) {
        MatrixReply creation = client.ask(creation(rooms));
        if (creation instanceof Unavailable) {
            return MatrixErrors.of(creation);
        }
        if (!(creation instanceof Ok ok)) {
            return MatrixErrors.ofEntry(new Failed(403, MatrixErrors.FORBIDDEN));
        }
        if (!names(ok.body(), rooms.oldRoom())) {
            return noSuccessor();
        }
        MatrixReply joined = roomJoin.join(userId, rooms.newRoom(), rooms.via());
        return joined instanceof Ok ? stay(userId, rooms) : MatrixErrors.ofEntry(joined);
    }

    private HomeserverAnswer<Void> stay(String userId, Succession rooms) {
        // Only members may read the creation event.
        MatrixReply creation = client.ask(creation(rooms).as(userId));
        if (creation instanceof Unavailable) {
            return MatrixErrors.of(creation);
        }
        if (creation instanceof Ok ok && names(ok.body(), rooms.oldRoom())) {
            joinBot(rooms);
            return new Done<>(null);
        }
        return leave(userId, rooms);
    }

    private static MatrixRequest creation(Succession rooms) {
        return MatrixRequest.get("v3", "rooms", rooms.newRoom(), "state", "m.room.create");
    }

    private static MatrixRequest join(Succession rooms) {
        return RoomJoin.joinRequest(rooms.newRoom(), rooms.via());
    }

    private static boolean names(JsonObject creation, String room) {
        return creation.get("predecessor") instanceof JsonObject predecessor
                && predecessor.get("room_id") instanceof JsonString named
                && named.getString().equals(room);
    }

    /**
     * Lets the bot join if it was in the old room, so that it can invite into the new one too. A refusal is ignored.
     */
    private void joinBot(Succession rooms) {
        settings.matrix().ifPresent(matrix -> {
            MatrixReply member = client.ask(
                    MatrixRequest.get("v3", "rooms", rooms.oldRoom(), "state", "m.room.member", matrix.botUserId()));
            if (member instanceof Ok ok
                    && ok.body().get("membership") instanceof JsonString is
                    && is.getString().equals("join")) {
                client.ask(join(rooms));
            }
        });
    }

    private HomeserverAnswer<Void> leave(String userId, Succession rooms) {
        if (!rooms.wasThere()) {
            MatrixReply left = client.ask(MatrixRequest.post("{}", "v3", "rooms", rooms.newRoom(), "leave")
                    .as(userId));
            if (left instanceof Unavailable) {
                return MatrixErrors.of(left);
            }
            if (left instanceof Failed failed && !NOT_IN_ROOM.contains(failed.status())) {
                return new HomeserverAnswer.Unavailable<>(
                        HomeserverOutageException.RETRY_AFTER, "it does not let the agent leave");
            }
        }
        return noSuccessor();
    }

    private static HomeserverAnswer<Void> noSuccessor() {
        return new Refused<>(Reason.FORBIDDEN, "the new room does not name the old one as its predecessor");
    }
}
