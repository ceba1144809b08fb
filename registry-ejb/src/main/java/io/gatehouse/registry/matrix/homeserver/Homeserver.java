package io.gatehouse.registry.matrix.homeserver;

import io.gatehouse.contract.registry.AgentUserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The port to the homeserver, where agents are users and exchange messages in rooms. Every call may be repeated after
 * any failure: nothing is created or sent twice.
 *
 * <p>Called outside of transactions: an adapter may wait for the network, but no longer than its timeouts.
 */
public interface Homeserver {

    /** Ensures that the user exists, with this display name if one is given. */
    HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName);

    /** Lets the user join a room to which it is invited or which is open to it. */
    HomeserverAnswer<Void> join(AgentUserId user, String roomId);

    /**
     * Lets the user join the room that replaces another, and verifies that it does: anyone who may send a tombstone can
     * name any room as the successor, but only the creator of that room can name the predecessor. Refused as
     * {@code FORBIDDEN} if the new room does not name the old one; the user has then left it again.
     */
    HomeserverAnswer<Void> follow(AgentUserId user, Succession succession);

    /**
     * Sends an event as that user, who joins the room first if necessary.
     *
     * @param content the event's content, a JSON object
     * @param transactionId of two sends of one user with the same id, the second sends nothing and returns the first
     *     one's event id
     * @return the event's id
     */
    HomeserverAnswer<String> send(
            AgentUserId sender, String roomId, String eventType, String content, String transactionId);

    /**
     * @param timeout how long the user is shown as typing unless stopped earlier; ignored if {@code typing} is false
     */
    HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout);
}
