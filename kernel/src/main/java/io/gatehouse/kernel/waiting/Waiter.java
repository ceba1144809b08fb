package io.gatehouse.kernel.waiting;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A waiting request, until its client or this node ends it. Its listener is called on the executor, because it may block
 * on a client that does not read; one call at a time, and never after the end. Thread-safe.
 *
 * @param <L> the listener, which also says what the request waits for
 * @param <R> why this node ended it
 */
public final class Waiter<L extends Waiter.Listener<R>, R> {

    /** What is told to a waiting request. */
    public interface Listener<R> {

        /** There may be news. */
        void changed();

        /** There was no news for a while. */
        void idle();

        /** This node ended it. */
        void ended(R reason);
    }

    private final L listener;
    private final Executor executor;
    private final Consumer<Waiter<L, R>> leave;
    private final CoalescedTask news;
    private final CoalescedTask keepAlive;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param leave removes the request from those that wait; called once, at the end */
    public Waiter(L listener, Executor executor, Consumer<Waiter<L, R>> leave) {
        this.listener = listener;
        this.executor = executor;
        this.leave = leave;
        this.news = new CoalescedTask(executor, () -> tell(listener::changed));
        this.keepAlive = new CoalescedTask(executor, () -> tell(listener::idle));
    }

    public L listener() {
        return listener;
    }

    /**
     * Tells the listener soon that there may be news.
     *
     * @throws RejectedExecutionException if the executor is full
     */
    public void wake() {
        news.ask();
    }

    /**
     * Tells the listener soon that there was no news.
     *
     * @throws RejectedExecutionException if the executor is full
     */
    public void idle() {
        keepAlive.ask();
    }

    private synchronized void tell(Runnable call) {
        if (!ended.get()) {
            call.run();
        }
    }

    /** Ends it from this node's side, on the executor. */
    public void endSoon(R reason) {
        executor.execute(() -> end(reason));
    }

    /**
     * Ends it from this node's side. Does nothing if it has ended. The listener is told after a call that is going on: it may
     * block on a client that does not read, and so at most one thread waits for it here.
     */
    public void end(R reason) {
        if (ended.compareAndSet(false, true)) {
            leave.accept(this);
            tellEnd(reason);
        }
    }

    private synchronized void tellEnd(R reason) {
        listener.ended(reason);
    }

    /** Ends it from the client's side: the listener is not told. Never blocks. Does nothing if it has ended. */
    public void close() {
        if (ended.compareAndSet(false, true)) {
            leave.accept(this);
        }
    }
}
