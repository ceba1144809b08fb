package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.session.EndedSessions;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what all waiters of this node need, in one short transaction. */
@ApplicationScoped
@RetriedTransaction
public class StateNews {

    private StateReader reader;
    private EndedSessions sessions;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected StateNews() {}

    @Inject
    public StateNews(StateReader reader, EndedSessions sessions) {
        this.reader = reader;
        this.sessions = sessions;
    }

    /** The install states, and those of the sessions that have ended. */
    public record News(Map<StateKey, InstallState> states, Set<UUID> endedSessions) {}

    public News read(Set<StateKey> keys, Set<UUID> sessionIds) {
        return new News(reader.read(keys), sessions.among(sessionIds));
    }
}
