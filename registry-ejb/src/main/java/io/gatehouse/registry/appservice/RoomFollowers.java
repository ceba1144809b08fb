package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.waiting.CoalescedTask;
import io.gatehouse.registry.homeserver.Homeserver;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has agents follow rooms that were replaced, one after another on each node, until the homeserver has said yes or no. */
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
    private CoalescedTask task;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RoomFollowers() {}

    @Inject
    public RoomFollowers(RoomUpgrades upgrades, Homeserver homeserver) {
        this.upgrades = upgrades;
        this.homeserver = homeserver;
    }

    @PostConstruct
    void prepare() {
        task = new CoalescedTask(executor, this::work);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Invited any) {
        wake();
    }

    /** Sees that what is due is followed. */
    public void wake() {
        task.ask();
    }

    /** Follows until nothing is due. */
    void work() {
        for (Optional<RoomUpgrade> next = upgrades.takeNext(); next.isPresent(); next = upgrades.takeNext()) {
            follow(next.get());
        }
    }

    private void follow(RoomUpgrade upgrade) {
        HomeserverAnswer<Void> answer = homeserver.follow(upgrade.user(), upgrade.rooms());
        if (answer instanceof Unavailable<Void> outage) {
            upgrades.postpone(upgrade, RoomJoins.waitAfter(upgrade.attempts(), outage.retryAfter()));
        } else if (answer instanceof Refused<Void> refusal) {
            refused(upgrade, refusal);
        } else {
            upgrades.followed(upgrade);
            LOG.log(Level.INFO, "{0} went on from {1} to {2}, which took its place", new Object[] {
                upgrade.user(), upgrade.rooms().oldRoom(), upgrade.rooms().newRoom()
            });
        }
    }

    /** Who may not come in yet is let in by an invitation; what is no successor never becomes one. */
    private void refused(RoomUpgrade upgrade, Refused<Void> refusal) {
        boolean mayComeLater = refusal.reason() == Reason.NOT_IN_ROOM || refusal.reason() == Reason.UNKNOWN_ROOM;
        if (mayComeLater) {
            upgrades.await(upgrade);
        } else {
            upgrades.refuse(upgrade);
        }
        LOG.log(mayComeLater ? Level.INFO : Level.WARNING, "{0} does not go on from {1} to {2}: {3}", new Object[] {
            upgrade.user(), upgrade.rooms().oldRoom(), upgrade.rooms().newRoom(), refusal.why()
        });
    }
}
