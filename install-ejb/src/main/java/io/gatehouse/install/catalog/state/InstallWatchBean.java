package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch;
import io.gatehouse.kernel.waiting.NewsRound;
import io.gatehouse.kernel.waiting.Waiter;
import io.gatehouse.kernel.waiting.WaitingRoom;
import io.gatehouse.kernel.waiting.WaitingRoom.Rules;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The waiters of this node. While there are any, the database is queried for all of their states a few times a second,
 * so that a claim that another node processes is reported as soon as one of this node.
 */
@ApplicationScoped
public class InstallWatchBean implements InstallWatch {

    private static final Rules RULES = new Rules(8, 5_000, Duration.ofMillis(300), 50);
    private static final Logger LOG = Logger.getLogger(InstallWatchBean.class.getName());

    /** Payara's scheduled executor has one thread: nothing that blocks may run on it. */
    @Resource
    ManagedScheduledExecutorService rounds;

    @Resource
    ManagedExecutorService executor;

    private StateNews news;
    private InstantSource clock;

    private final WaitingRoom<UserId, Waiter<StateListener, Reason>> room = new WaitingRoom<>(
            RULES,
            () -> rounds,
            new NewsRound<>(LOG, "The install states cannot be read", Reason.UNAVAILABLE, this::read, this::tell));

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InstallWatchBean() {}

    @Inject
    public InstallWatchBean(StateNews news, InstantSource clock) {
        this.news = news;
        this.clock = clock;
    }

    @Override
    public WatchResult watch(Waiting waiting, Watcher watcher) {
        Waiter<StateListener, Reason> waiter =
                new Waiter<>(new StateListener(waiting, watcher), executor, ended -> room.leave(waiting.user(), ended));
        return switch (room.enter(waiting.user(), waiter)) {
            case ADMITTED -> new WatchResult.Watching(waiter::close);
            case TOO_MANY_THERE -> new WatchResult.TooManyForUser();
            case TOO_MANY -> new WatchResult.TooManyForNode();
        };
    }

    private StateNews.News read(List<StateListener> all) {
        return news.read(
                all.stream().map(StateListener::key).collect(Collectors.toSet()),
                all.stream().map(listener -> listener.waiting().sessionId()).collect(Collectors.toSet()));
    }

    private void tell(Waiter<StateListener, Reason> waiter, StateNews.News seen, boolean quiet) {
        Waiting waiting = waiter.listener().waiting();
        InstallState state = seen.states().getOrDefault(waiter.listener().key(), InstallState.NOTHING);
        if (seen.endedSessions().contains(waiting.sessionId())
                || !clock.instant().isBefore(waiting.until())) {
            waiter.endSoon(Reason.SIGNED_OUT);
        } else if (waiter.listener().isNews(state)) {
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
