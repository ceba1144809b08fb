package io.gatehouse.registry.homeserver;

import io.gatehouse.contract.registry.AgentUserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where agents are users and talk in rooms. Every call may be made again after any failure: nothing is made or sent
 * twice.
 *
 * <p>Called outside of transactions: an adapter may wait for a network, and then only for as long as its timeouts say.
 */
public interface Homeserver {

    /** Sees that the user is there, under that display name where one is given. */
    HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName);

    /** Has the user join a room, as one that was invited to it or may come in anyway. */
    HomeserverAnswer<Void> join(AgentUserId user, String roomId);

    /**
     * Has the user come into the room in which another one goes on, and looks whether it is that: whoever may end a room can
     * name any other as its successor, but only who made that one has it name its predecessor. Refused as
     * {@code FORBIDDEN} where it does not; the user has left it again then.
     */
    HomeserverAnswer<Void> follow(AgentUserId user, Succession succession);

    /**
     * Sends an event as that user, who joins the room first where that is needed.
     *
     * @param content the event's content, a JSON object
     * @param transactionId of two sends of one user with the same id, the second sends nothing and gets the first one's
     *     event id
     * @return the event's id
     */
    HomeserverAnswer<String> send(
            AgentUserId sender, String roomId, String eventType, String content, String transactionId);

    /** @param timeout how long the user types unless told otherwise; of no account when they stop */
    HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout);
}
