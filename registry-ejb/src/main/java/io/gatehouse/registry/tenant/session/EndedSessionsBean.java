package io.gatehouse.registry.tenant.session;

import io.gatehouse.contract.session.EndedSessions;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Records the sessions that were signed out of. */
@ApplicationScoped
@RetriedTransaction
public class EndedSessionsBean implements EndedSessions {

    private static final int BATCH = 500;

    private EndedSessionStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public EndedSessionsBean() {}

    @Inject
    public EndedSessionsBean(EndedSessionStore store) {
        this.store = store;
    }

    @Override
    public void end(UUID sessionId, Instant expiresAt) {
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
