package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets an agent join a room: by its own invitation, because the room is open, or invited by the bot if the bot is in
 * the room and may invite.
 */
@Dependent
class RoomJoin {

    private final HomeserverClient client;

    @Inject
    RoomJoin(HomeserverClient client) {
        this.client = client;
    }

    /** Makes a call that only members may make. If it is forbidden, joins the room and repeats it. */
    <T> HomeserverAnswer<T> inside(
            String userId, String roomId, Supplier<MatrixReply> call, Function<JsonObject, HomeserverAnswer<T>> read) {
        MatrixReply first = call.get();
        if (!first.isFailure(MatrixErrors.FORBIDDEN)) {
            return answer(first, read);
        }
        MatrixReply entry = join(userId, roomId);
        return entry instanceof Ok ? answer(call.get(), read) : MatrixErrors.ofEntry(entry);
    }

    MatrixReply join(String userId, String roomId) {
        return join(userId, roomId, "");
    }

    /** @param via a server that knows the room; empty if unknown */
    MatrixReply join(String userId, String roomId, String via) {
        MatrixRequest join = joinRequest(roomId, via);
        MatrixReply reply = client.ask(join.as(userId));
        if (!reply.isFailure(MatrixErrors.FORBIDDEN)) {
            return reply;
        }
        MatrixReply invited = invite(userId, roomId);
        if (invited.isFailure(MatrixErrors.FORBIDDEN)) {
            // The bot may be invited but not have joined yet: it joins when it is needed.
            MatrixReply bot = client.ask(join);
            if (!(bot instanceof Ok)) {
                return isRefusal(bot) ? reply : bot;
            }
            invited = invite(userId, roomId);
        }
        // A member cannot be invited: the agent may have joined by an earlier call that timed out here but was
        // completed.
        return invited instanceof Ok || isRefusal(invited) ? client.ask(join.as(userId)) : invited;
    }

    /** Builds the call alone, as the bot. */
    static MatrixRequest joinRequest(String roomId, String via) {
        MatrixRequest plain = MatrixRequest.post("{}", "v3", "join", roomId);
        // Since version 1.12 of the client-server API the parameter server_name is called via.
        return via.isEmpty() ? plain : plain.with("server_name", via).with("via", via);
    }

    private static boolean isRefusal(MatrixReply reply) {
        return reply instanceof Failed failed && failed.status() < 500;
    }

    private MatrixReply invite(String userId, String roomId) {
        String body = JsonObjects.builder().add("user_id", userId).build().toString();
        return client.ask(MatrixRequest.post(body, "v3", "rooms", roomId, "invite"));
    }

    private static <T> HomeserverAnswer<T> answer(MatrixReply reply, Function<JsonObject, HomeserverAnswer<T>> read) {
        return reply instanceof Ok ok ? read.apply(ok.body()) : MatrixErrors.of(reply);
    }
}
