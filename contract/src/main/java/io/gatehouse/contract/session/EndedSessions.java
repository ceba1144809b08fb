package io.gatehouse.contract.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Stores which browser sessions were signed out, for as long as a copy of their cookie would be valid. */
public interface EndedSessions {

    /**
     * Ends the session. After the return, {@link #among} reports it on every node. Idempotent.
     *
     * @param expiresAt when the session would have expired
     */
    void end(UUID sessionId, Instant expiresAt);

    /** Returns the given sessions that were ended. */
    Set<UUID> among(Set<UUID> sessionIds);
}
