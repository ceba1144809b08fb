package io.gatehouse.contract.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Remembers which browser sessions were signed out of, for as long as a copy of their cookie would let somebody in. */
public interface EndedSessions {

    /**
     * From when this returns, {@link #among} tells of the session on every node. Ending it again changes nothing.
     *
     * @param expiresAt when the session would have ended by itself
     */
    void end(UUID sessionId, Instant expiresAt);

    /** Those of the sessions that were ended. */
    Set<UUID> among(Set<UUID> sessionIds);
}
