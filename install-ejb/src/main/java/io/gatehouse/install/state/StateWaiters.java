package io.gatehouse.install.state;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who waits on this node. The database is asked a few times a second where they all stand, and only while there are any:
 * so a claim that another node works off is told as soon as one of our own.
 */
@ApplicationScoped
public class StateWaiters implements InstallWatch {

    static final int MOST_PER_USER = 8;
    static final int MOST_PER_NODE = 5_000;
    private static final long TICK_MILLIS = 300;
    private static final int IDLE_TICKS = 50;
    private static final Logger LOG = Logger.getLogger(StateWaiters.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    StateNews news;

    @Inject
    InstantSource clock;

    private final Map<UserId, Set<StateWaiter>> waiters = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final AtomicInteger ticks = new AtomicInteger();
    private volatile @Nullable Future<?> next;

    @Override
    public WatchResult watch(Waiting waiting, Watcher watcher) {
        if (count.incrementAndGet() > MOST_PER_NODE) {
            count.decrementAndGet();
            return new WatchResult.TooManyForNode();
        }
        StateWaiter waiter = new StateWaiter(waiting, watcher, this::forget);
        AtomicBoolean added = new AtomicBoolean();
        waiters.compute(waiting.user(), (user, present) -> {
            Set<StateWaiter> there = present == null ? ConcurrentHashMap.newKeySet() : present;
            added.set(there.size() < MOST_PER_USER && there.add(waiter));
            return there;
        });
        if (!added.get()) {
            count.decrementAndGet();
            return new WatchResult.TooManyForUser();
        }
        keepTicking();
        return new WatchResult.Watching(waiter);
    }

    private void forget(StateWaiter waiter) {
        waiters.computeIfPresent(waiter.waiting().user(), (user, present) -> {
            if (present.remove(waiter)) {
                count.decrementAndGet();
            }
            return present.isEmpty() ? null : present;
        });
    }

    private void keepTicking() {
        if (count.get() > 0 && ticking.compareAndSet(false, true)) {
            next = executor.schedule(this::tickOnce, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tickOnce() {
        try {
            tick();
        } finally {
            ticking.set(false);
            keepTicking();
        }
    }

    /** Tells all who wait what is new to them. */
    void tick() {
        List<StateWaiter> all = waiters.values().stream().flatMap(Set::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        boolean idle = ticks.incrementAndGet() % IDLE_TICKS == 0;
        try {
            StateNews.News seen = news.read(
                    all.stream().map(StateWaiter::key).collect(Collectors.toSet()),
                    all.stream().map(waiter -> waiter.waiting().sessionId()).collect(Collectors.toSet()));
            all.forEach(waiter -> tell(waiter, seen, idle));
        } catch (EJBException | PersistenceException e) {
            LOG.log(Level.WARNING, "The database cannot be asked for news; those who wait are sent away", e);
            all.forEach(waiter -> waiter.end(Reason.UNAVAILABLE));
        }
    }

    private void tell(StateWaiter waiter, StateNews.News seen, boolean idle) {
        Waiting waiting = waiter.waiting();
        InstallState state = seen.states().getOrDefault(waiter.key(), InstallState.NOTHING);
        if (seen.endedSessions().contains(waiting.sessionId())
                || !clock.instant().isBefore(waiting.until())) {
            executor.execute(() -> waiter.end(Reason.SIGNED_OUT));
        } else if (waiter.isNews(state)) {
            executor.execute(waiter::tell);
        } else if (idle) {
            executor.execute(waiter::idle);
        }
    }

    @PreDestroy
    void stop() {
        Future<?> tick = next;
        if (tick != null) {
            tick.cancel(false);
        }
        List.copyOf(waiters.values()).forEach(present -> present.forEach(waiter -> waiter.end(Reason.SHUTDOWN)));
    }
}
