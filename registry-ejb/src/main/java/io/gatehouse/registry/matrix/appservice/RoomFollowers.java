package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.kernel.worker.WorkerPool;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets agents follow rooms that were replaced, one at a time on each node, until the homeserver has accepted or
 * refused.
 */
@ApplicationScoped
public class RoomFollowers {

    private static final Logger LOG = Logger.getLogger(RoomFollowers.class.getName());

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private RoomUpgrades upgrades;

    @SuppressWarnings("NullAway.Init")
    private Homeserver homeserver;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RoomFollowers() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    RoomFollowers(RoomUpgrades upgrades, Homeserver homeserver) {
        this.upgrades = upgrades;
        this.homeserver = homeserver;
    }

    /** For callers that provide their own executor. */
    RoomFollowers(RoomUpgrades upgrades, Homeserver homeserver, Executor executor) {
        this(upgrades, homeserver);
        this.pool = new WorkerPool("replaced rooms", () -> 1, executor, this::followNext);
    }

    @PostConstruct
    void createPool() {
        pool = new WorkerPool("replaced rooms", () -> 1, executor, this::followNext);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Invited any) {
        wake();
    }

    /** Starts following what is due. Never blocks. */
    public void wake() {
        pool.call();
    }

    private boolean followNext() {
        Optional<RoomUpgrade> next = upgrades.takeNext();
        next.ifPresent(this::follow);
        return next.isPresent();
    }

    private void follow(RoomUpgrade upgrade) {
        HomeserverAnswer<Void> answer = homeserver.follow(upgrade.user(), upgrade.rooms());
        if (answer instanceof Unavailable<Void> outage) {
            upgrades.postpone(upgrade, RoomJoins.waitAfter(upgrade.attempts(), outage.retryAfter()));
        } else if (answer instanceof Refused<Void> refusal) {
            refused(upgrade, refusal);
        } else {
            upgrades.followed(upgrade);
            LOG.log(Level.INFO, "{0} followed {1} to its successor {2}", new Object[] {
                upgrade.user(), upgrade.rooms().oldRoom(), upgrade.rooms().newRoom()
            });
        }
    }

    /**
     * An agent that may not join yet waits for an invitation; a room that is not the successor will never become it.
     */
    private void refused(RoomUpgrade upgrade, Refused<Void> refusal) {
        boolean mayJoinLater = refusal.reason() == Reason.NOT_IN_ROOM || refusal.reason() == Reason.UNKNOWN_ROOM;
        if (mayJoinLater) {
            upgrades.await(upgrade);
        } else {
            upgrades.refuse(upgrade);
        }
        LOG.log(mayJoinLater ? Level.INFO : Level.WARNING, "{0} does not follow {1} to {2}: {3}", new Object[] {
            upgrade.user(), upgrade.rooms().oldRoom(), upgrade.rooms().newRoom(), refusal.why()
        });
    }
}
