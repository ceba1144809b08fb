package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.kernel.worker.WorkerPool;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets agents join the rooms that they are invited to: at most four at a time on each node, immediately after the
 * invitation, and again until the homeserver has accepted or refused.
 */
@ApplicationScoped
public class RoomJoins {

    static final int MAX_CONCURRENT = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 7;
    private static final Logger LOG = Logger.getLogger(RoomJoins.class.getName());

    @SuppressWarnings("NullAway.Init")
    private Invitations invitations;

    @SuppressWarnings("NullAway.Init")
    private Homeserver homeserver;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RoomJoins() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    RoomJoins(Invitations invitations, Homeserver homeserver) {
        this.invitations = invitations;
        this.homeserver = homeserver;
    }

    /** For callers that provide their own executor. */
    RoomJoins(Invitations invitations, Homeserver homeserver, Executor executor) {
        this(invitations, homeserver);
        this.pool = new WorkerPool("invitations", () -> MAX_CONCURRENT, executor, this::joinNext);
    }

    @PostConstruct
    void createPool() {
        pool = new WorkerPool("invitations", () -> MAX_CONCURRENT, executor, this::joinNext);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Invited invited) {
        wake();
    }

    /** Signals that an invitation may be due. Never blocks. */
    public void wake() {
        pool.call();
    }

    private boolean joinNext() {
        Optional<Invitation> next = invitations.takeNext();
        next.ifPresent(this::join);
        return next.isPresent();
    }

    private void join(Invitation invitation) {
        HomeserverAnswer<Void> answer = homeserver.join(invitation.user(), invitation.roomId());
        if (answer instanceof Unavailable<Void> outage) {
            invitations.postpone(invitation.id(), waitAfter(invitation.attempts(), outage.retryAfter()));
            return;
        }
        if (answer instanceof Refused<Void> refusal) {
            LOG.log(Level.INFO, "{0} was invited to {1} but may not join: {2}", new Object[] {
                invitation.user(), invitation.roomId(), refusal.why()
            });
            invitations.end(invitation.id());
            return;
        }
        invitations.accepted(invitation.id());
    }

    /**
     * Doubles with each attempt, from 5 seconds up to about ten minutes, and is never shorter than the homeserver asks
     * for.
     */
    static Duration waitAfter(int attempts, Duration wanted) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        return wait.compareTo(wanted) < 0 ? wanted : wait;
    }
}
