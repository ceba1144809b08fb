package io.gatehouse.kernel.waiting;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.worker.OngoingWork;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the news of all waiting requests at once and passes it to each. If it cannot be read, all of them are ended: a
 * request whose permission may have ended meanwhile must not wait on.
 *
 * @param <L> the listeners
 * @param <R> why a request is ended
 * @param <N> the news
 */
public final class NewsRound<L extends Waiter.Listener<R>, R, N> implements WaitingRoom.Round<Waiter<L, R>> {

    /** Passes the news to one request. */
    @FunctionalInterface
    public interface Notification<L extends Waiter.Listener<R>, R, N> {

        /** @param quiet whether to send a sign of life if there is no news */
        void of(Waiter<L, R> waiter, N news, boolean quiet);
    }

    private final Logger log;
    private final String failure;
    private final R unavailable;
    private final Function<List<L>, N> read;
    private final Notification<L, R, N> notification;

    /**
     * @param failure the log line for a failed read, such as "The install states cannot be read"
     * @param unavailable the reason for ending all requests
     */
    public NewsRound(
            Logger log, String failure, R unavailable, Function<List<L>, N> read, Notification<L, R, N> notification) {
        this.log = log;
        this.failure = failure;
        this.unavailable = unavailable;
        this.read = read;
        this.notification = notification;
    }

    @Override
    public void of(List<Waiter<L, R>> waiting, boolean quiet) {
        N news;
        try {
            news = read.apply(waiting.stream().map(Waiter::listener).toList());
        } catch (DatabaseAwayException | DatabaseBusyException e) {
            end(waiting, Level.FINE, e);
            return;
        } catch (RuntimeException e) { // whatever it is, nobody waits for news that are not read
            end(waiting, OngoingWork.current().isEnding() ? Level.FINE : Level.WARNING, e);
            return;
        }
        waiting.forEach(waiter -> unlessFull(() -> notification.of(waiter, news, quiet)));
    }

    private void end(List<Waiter<L, R>> waiting, Level level, RuntimeException cause) {
        log.log(level, cause, () -> failure + "; all waiting requests are ended");
        waiting.forEach(waiter -> unlessFull(() -> waiter.endSoon(unavailable)));
    }

    /** One call that a full executor refuses does not keep the others from theirs; the next round tries again. */
    private void unlessFull(Runnable call) {
        try {
            call.run();
        } catch (RejectedExecutionException e) {
            log.log(Level.FINE, "A waiting request is not told now: no thread is free", e);
        }
    }
}
