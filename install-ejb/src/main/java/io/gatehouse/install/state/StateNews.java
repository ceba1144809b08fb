package io.gatehouse.install.state;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.session.EndedSessions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What those who wait on this node need of the database: in one short transaction, whatever their number. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StateNews {

    private StateReader reader;
    private EndedSessions sessions;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public StateNews() {}

    @Inject
    public StateNews(StateReader reader, EndedSessions sessions) {
        this.reader = reader;
        this.sessions = sessions;
    }

    /** Where they stand, and which of the sessions were signed out of. */
    public record News(Map<StateKey, InstallState> states, Set<UUID> endedSessions) {}

    public News read(Set<StateKey> keys, Set<UUID> sessionIds) {
        return new News(reader.read(keys), sessions.among(sessionIds));
    }
}
