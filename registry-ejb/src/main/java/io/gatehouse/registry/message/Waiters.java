package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
 * Who waits on this node. What this node delivers wakes them at once; for what other nodes deliver, and for revoked
 * tokens, the database is asked twice a second, for all of them together, and only while there are any.
 */
@ApplicationScoped
public class Waiters implements InboxWatch {

    static final int MOST_PER_AGENT = 16;
    static final int MOST_PER_NODE = 10_000;
    private static final long TICK_MILLIS = 500;
    private static final int IDLE_TICKS = 30;
    private static final Logger LOG = Logger.getLogger(Waiters.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    InboxNews news;

    private final Map<UUID, Set<Waiter>> waiters = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final AtomicInteger ticks = new AtomicInteger();
    private volatile @Nullable Future<?> next;

    @Override
    public WatchResult watch(UUID agentId, UUID tokenId, long position, Watcher watcher) {
        if (count.incrementAndGet() > MOST_PER_NODE) {
            count.decrementAndGet();
            return new WatchResult.TooManyForNode();
        }
        Waiter waiter = new Waiter(agentId, tokenId, position, watcher, this::forget);
        AtomicBoolean added = new AtomicBoolean();
        waiters.compute(agentId, (id, present) -> {
            Set<Waiter> there = present == null ? ConcurrentHashMap.newKeySet() : present;
            added.set(there.size() < MOST_PER_AGENT && there.add(waiter));
            return there;
        });
        if (!added.get()) {
            count.decrementAndGet();
            return new WatchResult.TooManyForAgent();
        }
        keepTicking();
        return new WatchResult.Watching(waiter);
    }

    private void forget(Waiter waiter) {
        waiters.computeIfPresent(waiter.agentId(), (id, present) -> {
            if (present.remove(waiter)) {
                count.decrementAndGet();
            }
            return present.isEmpty() ? null : present;
        });
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Delivered delivered) {
        for (UUID agentId : delivered.agentIds()) {
            waiters.getOrDefault(agentId, Set.of()).forEach(waiter -> executor.execute(waiter::wake));
        }
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

    /** Tells all who wait what became of their inbox and their token. */
    void tick() {
        List<Waiter> all = waiters.values().stream().flatMap(Set::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        boolean idle = ticks.incrementAndGet() % IDLE_TICKS == 0;
        try {
            InboxNews.News seen = news.read(
                    all.stream().map(Waiter::agentId).collect(Collectors.toSet()),
                    all.stream().map(Waiter::tokenId).collect(Collectors.toSet()));
            all.forEach(waiter -> tell(waiter, seen, idle));
        } catch (EJBException | PersistenceException e) {
            // A token whose revocation cannot be learned of is not trusted.
            LOG.log(Level.WARNING, "The database cannot be asked for news; those who wait are sent away", e);
            all.forEach(waiter -> waiter.end(Reason.UNAVAILABLE));
        }
    }

    private void tell(Waiter waiter, InboxNews.News seen, boolean idle) {
        if (!seen.liveTokens().contains(waiter.tokenId())) {
            executor.execute(() -> waiter.end(Reason.TOKEN_REFUSED));
        } else if (seen.positions().getOrDefault(waiter.agentId(), 0L) > waiter.position()) {
            executor.execute(waiter::wake);
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
