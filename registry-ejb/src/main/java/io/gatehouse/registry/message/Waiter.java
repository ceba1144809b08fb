package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Waiting;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.Watcher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One who waits, until one side ends it. */
final class Waiter implements Watch {

    private final Waiting waiting;
    private final AtomicLong position;
    private final Watcher watcher;
    private final Consumer<Waiter> forget;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(Waiting waiting, long position, Watcher watcher, Consumer<Waiter> forget) {
        this.waiting = waiting;
        this.position = new AtomicLong(position);
        this.watcher = watcher;
        this.forget = forget;
    }

    Waiting waiting() {
        return waiting;
    }

    long position() {
        return position.get();
    }

    void wake() {
        if (!over.get()) {
            watcher.changed();
        }
    }

    void idle() {
        if (!over.get()) {
            watcher.idle();
        }
    }

    void end(Reason reason) {
        if (over.compareAndSet(false, true)) {
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
        if (over.compareAndSet(false, true)) {
            forget.accept(this);
        }
    }
}
