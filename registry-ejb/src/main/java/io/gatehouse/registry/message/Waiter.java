package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Waiting;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.Watcher;
import io.gatehouse.kernel.waiting.CoalescedTask;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A reader that waits for messages, until either side ends it. */
final class Waiter implements Watch {

    private final Waiting waiting;
    private final AtomicLong position;
    private final Watcher watcher;
    private final Consumer<Waiter> forget;
    private final Executor executor;
    private final CoalescedTask news;
    private final CoalescedTask keepAlive;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param executor runs the watcher's callbacks, which may block on a client that does not read */
    Waiter(Waiting waiting, long position, Watcher watcher, Consumer<Waiter> forget, Executor executor) {
        this.waiting = waiting;
        this.position = new AtomicLong(position);
        this.watcher = watcher;
        this.forget = forget;
        this.executor = executor;
        this.news = new CoalescedTask(executor, this::notifyChanged);
        this.keepAlive = new CoalescedTask(executor, this::notifyIdle);
    }

    Waiting waiting() {
        return waiting;
    }

    long position() {
        return position.get();
    }

    void wake() {
        news.ask();
    }

    void idle() {
        keepAlive.ask();
    }

    private void notifyChanged() {
        if (!ended.get()) {
            watcher.changed();
        }
    }

    private void notifyIdle() {
        if (!ended.get()) {
            watcher.idle();
        }
    }

    void endSoon(Reason reason) {
        executor.execute(() -> end(reason));
    }

    void end(Reason reason) {
        if (ended.compareAndSet(false, true)) {
            forget.accept(this);
            watcher.ended(reason);
        }
    }

    @Override
    public void seen(long seen) {
        position.accumulateAndGet(seen, Math::max);
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            forget.accept(this);
        }
    }
}
