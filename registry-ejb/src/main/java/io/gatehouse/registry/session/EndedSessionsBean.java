package io.gatehouse.registry.session;

import io.gatehouse.contract.session.EndedSessions;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records ended sessions. Signing out is rare, so each call also deletes expired rows, many more than the one it adds.
 */
@ApplicationScoped
@RetriedTransaction
public class EndedSessionsBean implements EndedSessions {

    private static final int BATCH = 500;
    private static final int MAX_DELETED = 1_000;

    private EndedSessionStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public EndedSessionsBean() {}

    @Inject
    public EndedSessionsBean(EndedSessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void end(UUID sessionId, Instant expiresAt) {
        store.deleteExpired(clock.instant(), MAX_DELETED);
        store.insert(sessionId, expiresAt);
    }

    @Override
    public Set<UUID> among(Set<UUID> sessionIds) {
        Set<UUID> ended = new HashSet<>();
        List<UUID> ids = List.copyOf(sessionIds);
        for (int from = 0; from < ids.size(); from += BATCH) {
            ended.addAll(store.among(ids.subList(from, Math.min(from + BATCH, ids.size()))));
        }
        return ended;
    }
}
