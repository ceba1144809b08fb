package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.homeserver.Succession;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/**
 * Follows rooms that were upgraded (Matrix client-server API, "Room upgrades"): into the room that the tombstone names, if
 * that names the old one as its predecessor.
 */
@ApplicationScoped
class RoomFollowing {

    @Inject
    HomeserverClient client;

    @Inject
    RoomEntry entry;

    @Inject
    Settings settings;

    HomeserverAnswer<Void> follow(String userId, Succession rooms) {
        if (!rooms.wasThere()) {
            MatrixReply joined = entry.join(userId, rooms.newRoom(), rooms.via());
            if (!(joined instanceof Ok)) {
                return Refusals.ofEntry(joined);
            }
        }
        // Only members may read it.
        MatrixReply creation = client.ask(MatrixRequest.get("v3", "rooms", rooms.newRoom(), "state", "m.room.create")
                .as(userId));
        if (creation instanceof Unavailable) {
            return Refusals.of(creation);
        }
        if (creation instanceof Ok ok && names(ok.body(), rooms.oldRoom())) {
            bringTheBot(rooms);
            return new Done<>(null);
        }
        return leave(userId, rooms);
    }

    private static boolean names(JsonObject creation, String room) {
        return creation.get("predecessor") instanceof JsonObject predecessor
                && predecessor.get("room_id") instanceof JsonString named
                && named.getString().equals(room);
    }

    /** Where it was in the old room, so that it can invite into the new one too. If it may not come, nothing is lost. */
    private void bringTheBot(Succession rooms) {
        settings.matrix().ifPresent(matrix -> {
            MatrixReply member = client.ask(
                    MatrixRequest.get("v3", "rooms", rooms.oldRoom(), "state", "m.room.member", matrix.botUserId()));
            if (member instanceof Ok ok
                    && ok.body().get("membership") instanceof JsonString is
                    && is.getString().equals("join")) {
                MatrixRequest join = MatrixRequest.post("{}", "v3", "join", rooms.newRoom());
                client.ask(
                        rooms.via().isEmpty()
                                ? join
                                : join.with("server_name", rooms.via()).with("via", rooms.via()));
            }
        });
    }

    private HomeserverAnswer<Void> leave(String userId, Succession rooms) {
        if (!rooms.wasThere()) {
            MatrixReply left = client.ask(MatrixRequest.post("{}", "v3", "rooms", rooms.newRoom(), "leave")
                    .as(userId));
            if (left instanceof Unavailable) {
                return Refusals.of(left);
            }
        }
        return new Refused<>(Reason.FORBIDDEN, "the new room does not name the old one as its predecessor");
    }
}
