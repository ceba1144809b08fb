package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.waiting.WaitingRoom;
import io.gatehouse.kernel.waiting.WaitingRoom.Rules;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The readers that wait on this node. Deliveries on this node wake them at once. For deliveries on other nodes and for
 * revoked tokens, the database is queried twice a second, once for all readers, and only while there are any.
 */
@ApplicationScoped
public class InboxWatchBean implements InboxWatch {

    private static final Rules RULES = new Rules(16, 10_000, Duration.ofMillis(500), 30);
    private static final Logger LOG = Logger.getLogger(InboxWatchBean.class.getName());

    /** Payara's executor has one thread, so nothing that may block runs on it. */
    @Resource
    ManagedScheduledExecutorService rounds;

    @Resource
    ManagedExecutorService executor;

    private InboxNews news;
    private InstantSource clock;

    private final WaitingRoom<UUID, Waiter> room = new WaitingRoom<>(RULES, () -> rounds, this::notifyReaders);

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboxWatchBean() {}

    @Inject
    public InboxWatchBean(InboxNews news, InstantSource clock) {
        this.news = news;
        this.clock = clock;
    }

    @Override
    public WatchResult watch(Waiting waiting, long position, Watcher watcher) {
        Waiter waiter = new Waiter(waiting, position, watcher, this::forget, executor);
        return switch (room.enter(waiting.agentId(), waiter)) {
            case ADMITTED -> new WatchResult.Watching(waiter);
            case TOO_MANY_THERE -> new WatchResult.TooManyForAgent();
            case TOO_MANY -> new WatchResult.TooManyForNode();
        };
    }

    private void forget(Waiter waiter) {
        room.leave(waiter.waiting().agentId(), waiter);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesDelivered delivered) {
        for (UUID agentId : delivered.agentIds()) {
            room.at(agentId).forEach(Waiter::wake);
        }
    }

    /** Notifies the readers of new messages, invalid tokens and expired waits. */
    private void notifyReaders(List<Waiter> all, boolean quiet) {
        try {
            InboxNews.News seen = news.read(
                    all.stream().map(waiter -> waiter.waiting().agentId()).collect(Collectors.toSet()),
                    all.stream().map(waiter -> waiter.waiting().tokenId()).collect(Collectors.toSet()));
            all.forEach(waiter -> notifyReader(waiter, seen, quiet));
        } catch (DatabaseAwayException e) {
            LOG.log(Level.FINE, "The database is unavailable; waiting readers are disconnected", e);
            all.forEach(waiter -> waiter.endSoon(Reason.UNAVAILABLE));
        } catch (EJBException | PersistenceException e) {
            // A token whose revocation cannot be detected is not trusted.
            LOG.log(Level.WARNING, "New messages cannot be queried; waiting readers are disconnected", e);
            all.forEach(waiter -> waiter.endSoon(Reason.UNAVAILABLE));
        }
    }

    private void notifyReader(Waiter waiter, InboxNews.News seen, boolean quiet) {
        Waiting waiting = waiter.waiting();
        if (!seen.liveTokens().contains(waiting.tokenId()) || waiting.isOver(clock.instant())) {
            waiter.endSoon(Reason.TOKEN_REFUSED);
        } else if (seen.positions().getOrDefault(waiting.agentId(), 0L) > waiter.position()) {
            waiter.wake();
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
