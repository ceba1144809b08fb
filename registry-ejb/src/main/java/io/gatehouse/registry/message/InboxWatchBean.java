package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.kernel.waiting.NewsRound;
import io.gatehouse.kernel.waiting.Waiter;
import io.gatehouse.kernel.waiting.WaitingRoom;
import io.gatehouse.kernel.waiting.WaitingRoom.Rules;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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

    private final WaitingRoom<UUID, Waiter<InboxListener, Reason>> room = new WaitingRoom<>(
            RULES,
            () -> rounds,
            new NewsRound<>(LOG, "New messages cannot be queried", Reason.UNAVAILABLE, this::read, this::tell));

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
        Waiter<InboxListener, Reason> waiter = new Waiter<>(
                new InboxListener(waiting, position, watcher), executor, ended -> room.leave(waiting.agentId(), ended));
        return switch (room.enter(waiting.agentId(), waiter)) {
            case ADMITTED -> new WatchResult.Watching(new ReaderWatch(waiter));
            case TOO_MANY_THERE -> new WatchResult.TooManyForAgent();
            case TOO_MANY -> new WatchResult.TooManyForNode();
        };
    }

    private record ReaderWatch(Waiter<InboxListener, Reason> waiter) implements Watch {

        @Override
        public void seen(long position) {
            waiter.listener().seen(position);
        }

        @Override
        public void close() {
            waiter.close();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesDelivered delivered) {
        for (UUID agentId : delivered.agentIds()) {
            room.at(agentId).forEach(Waiter::wake);
        }
    }

    private InboxNews.News read(List<InboxListener> all) {
        return news.read(
                all.stream().map(listener -> listener.waiting().agentId()).collect(Collectors.toSet()),
                all.stream().map(listener -> listener.waiting().tokenId()).collect(Collectors.toSet()));
    }

    /** Tells a reader of new messages, and ends it if its token or its time has ended. */
    private void tell(Waiter<InboxListener, Reason> waiter, InboxNews.News seen, boolean quiet) {
        Waiting waiting = waiter.listener().waiting();
        if (!seen.liveTokens().contains(waiting.tokenId()) || waiting.isOver(clock.instant())) {
            waiter.endSoon(Reason.TOKEN_REFUSED);
        } else if (seen.positions().getOrDefault(waiting.agentId(), 0L)
                > waiter.listener().position()) {
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
