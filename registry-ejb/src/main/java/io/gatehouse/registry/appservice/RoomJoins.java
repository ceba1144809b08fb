package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.worker.WorkerPool;
import io.gatehouse.registry.homeserver.Homeserver;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Unavailable;
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
 * Has agents come into the rooms that they are invited to: a few at a time on each node, at once after the invitation
 * and again until the homeserver has said yes or no.
 */
@ApplicationScoped
public class RoomJoins {

    static final int MOST_AT_ONCE = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int LAST_DOUBLING = 7;
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

    /** For whoever brings threads of their own. */
    RoomJoins(Invitations invitations, Homeserver homeserver, Executor executor) {
        this(invitations, homeserver);
        this.pool = new WorkerPool("invitations", () -> MOST_AT_ONCE, executor, this::followNext);
    }

    @PostConstruct
    void gather() {
        pool = new WorkerPool("invitations", () -> MOST_AT_ONCE, executor, this::followNext);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Invited invited) {
        wake();
    }

    /** There may be an invitation to follow. Never waits. */
    public void wake() {
        pool.call();
    }

    private boolean followNext() {
        Optional<Invitation> next = invitations.takeNext();
        next.ifPresent(this::follow);
        return next.isPresent();
    }

    private void follow(Invitation invitation) {
        HomeserverAnswer<Void> answer = homeserver.join(invitation.user(), invitation.roomId());
        if (answer instanceof Unavailable<Void> outage) {
            invitations.postpone(invitation.id(), waitAfter(invitation.attempts(), outage.retryAfter()));
            return;
        }
        if (answer instanceof Refused<Void> refusal) {
            LOG.log(Level.INFO, "{0} was invited to {1} and may not come: {2}", new Object[] {
                invitation.user(), invitation.roomId(), refusal.why()
            });
            invitations.end(invitation.id());
            return;
        }
        invitations.accepted(invitation.id());
    }

    /** Twice as long each time, up to ten minutes or so, and never sooner than the homeserver wants. */
    static Duration waitAfter(int attempts, Duration wanted) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), LAST_DOUBLING));
        return wait.compareTo(wanted) < 0 ? wanted : wait;
    }
}
