package io.gatehouse.registry.message;

import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.Watcher;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One who waits, until one side ends it. */
final class Waiter implements Watch {

    private final UUID agentId;
    private final UUID tokenId;
    private final AtomicLong position;
    private final Watcher watcher;
    private final Consumer<Waiter> forget;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiter(UUID agentId, UUID tokenId, long position, Watcher watcher, Consumer<Waiter> forget) {
        this.agentId = agentId;
        this.tokenId = tokenId;
        this.position = new AtomicLong(position);
        this.watcher = watcher;
        this.forget = forget;
    }

    UUID agentId() {
        return agentId;
    }

    UUID tokenId() {
        return tokenId;
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
