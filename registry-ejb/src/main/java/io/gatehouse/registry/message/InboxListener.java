package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Waiting;
import io.gatehouse.contract.message.InboxWatch.Watcher;
import io.gatehouse.kernel.waiting.Waiter;
import java.util.concurrent.atomic.AtomicLong;

/** A reader that waits for messages, and the position up to which it has seen them. */
final class InboxListener implements Waiter.Listener<Reason> {

    private final Waiting waiting;
    private final AtomicLong position;
    private final Watcher watcher;

    InboxListener(Waiting waiting, long position, Watcher watcher) {
        this.waiting = waiting;
        this.position = new AtomicLong(position);
        this.watcher = watcher;
    }

    Waiting waiting() {
        return waiting;
    }

    long position() {
        return position.get();
    }

    void seen(long seen) {
        position.accumulateAndGet(seen, Math::max);
    }

    @Override
    public void changed() {
        watcher.changed();
    }

    @Override
    public void idle() {
        watcher.idle();
    }

    @Override
    public void ended(Reason reason) {
        watcher.ended(reason);
    }
}
