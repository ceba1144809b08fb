package io.gatehouse.install.state;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.waiting.WaitingRoom;
import io.gatehouse.kernel.waiting.WaitingRoom.Rules;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Who waits on this node. The database is asked a few times a second where they all stand, and only while there are any:
 * so a claim that another node works off is told as soon as one of our own.
 */
@ApplicationScoped
public class StateWaiters implements InstallWatch {

    private static final Rules RULES = new Rules(8, 5_000, Duration.ofMillis(300), 50);
    private static final Logger LOG = Logger.getLogger(StateWaiters.class.getName());

    /** Payara's has one thread: nothing that may wait runs on it. */
    @Resource
    ManagedScheduledExecutorService rounds;

    @Resource
    ManagedExecutorService executor;

    private StateNews news;
    private InstantSource clock;

    private final WaitingRoom<UserId, StateWaiter> room = new WaitingRoom<>(RULES, () -> rounds, this::tell);

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected StateWaiters() {}

    @Inject
    public StateWaiters(StateNews news, InstantSource clock) {
        this.news = news;
        this.clock = clock;
    }

    @Override
    public WatchResult watch(Waiting waiting, Watcher watcher) {
        StateWaiter waiter = new StateWaiter(waiting, watcher, this::forget, executor);
        return switch (room.enter(waiting.user(), waiter)) {
            case ADMITTED -> new WatchResult.Watching(waiter);
            case TOO_MANY_THERE -> new WatchResult.TooManyForUser();
            case TOO_MANY -> new WatchResult.TooManyForNode();
        };
    }

    private void forget(StateWaiter waiter) {
        room.leave(waiter.waiting().user(), waiter);
    }

    /** What is new to them. */
    private void tell(List<StateWaiter> all, boolean quiet) {
        try {
            StateNews.News seen = news.read(
                    all.stream().map(StateWaiter::key).collect(Collectors.toSet()),
                    all.stream().map(waiter -> waiter.waiting().sessionId()).collect(Collectors.toSet()));
            all.forEach(waiter -> tell(waiter, seen, quiet));
        } catch (DatabaseAwayException e) {
            LOG.log(Level.FINE, "The database is away; those who wait are sent away", e);
            all.forEach(waiter -> waiter.endSoon(Reason.UNAVAILABLE));
        } catch (EJBException | PersistenceException e) {
            LOG.log(Level.WARNING, "The database cannot be asked for news; those who wait are sent away", e);
            all.forEach(waiter -> waiter.endSoon(Reason.UNAVAILABLE));
        }
    }

    private void tell(StateWaiter waiter, StateNews.News seen, boolean quiet) {
        Waiting waiting = waiter.waiting();
        InstallState state = seen.states().getOrDefault(waiter.key(), InstallState.NOTHING);
        if (seen.endedSessions().contains(waiting.sessionId())
                || !clock.instant().isBefore(waiting.until())) {
            waiter.endSoon(Reason.SIGNED_OUT);
        } else if (waiter.isNews(state)) {
            waiter.tell();
        } else if (quiet) {
            waiter.idle();
        }
    }

    @PreDestroy
    void stop() {
        room.stop();
        room.all().forEach(waiter -> waiter.end(Reason.SHUTDOWN));
    }
}
