package io.gatehouse.install.state;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch.Reason;
import io.gatehouse.contract.install.InstallWatch.Waiting;
import io.gatehouse.contract.install.InstallWatch.Watch;
import io.gatehouse.contract.install.InstallWatch.Watcher;
import io.gatehouse.kernel.waiting.CoalescedTask;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that waits for changes of an install state, until one side ends it. */
final class StateWaiter implements Watch {

    private final Waiting waiting;
    private final StateKey key;
    private final Watcher watcher;
    private final Consumer<StateWaiter> remove;
    private final AtomicReference<@Nullable InstallState> latest = new AtomicReference<>();
    private final Executor executor;
    private final CoalescedTask stateTask;
    private final CoalescedTask idleTask;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param executor calls the watcher, which may block on a browser that does not read */
    StateWaiter(Waiting waiting, Watcher watcher, Consumer<StateWaiter> remove, Executor executor) {
        this.waiting = waiting;
        this.key = new StateKey(waiting.user().value(), waiting.templateAgentId());
        this.watcher = watcher;
        this.remove = remove;
        this.executor = executor;
        this.stateTask = new CoalescedTask(executor, this::sendState);
        this.idleTask = new CoalescedTask(executor, this::sendIdle);
    }

    Waiting waiting() {
        return waiting;
    }

    StateKey key() {
        return key;
    }

    /** Stores the state; true if it differs from the previous one. {@link #tell} sends the stored state. */
    boolean isNews(InstallState state) {
        return !state.equals(latest.getAndSet(state));
    }

    void tell() {
        stateTask.ask();
    }

    void idle() {
        idleTask.ask();
    }

    void endSoon(Reason reason) {
        executor.execute(() -> end(reason));
    }

    private synchronized void sendState() {
        InstallState state = latest.get();
        if (!over.get() && state != null) {
            watcher.state(state);
        }
    }

    private synchronized void sendIdle() {
        if (!over.get()) {
            watcher.idle();
        }
    }

    synchronized void end(Reason reason) {
        if (over.compareAndSet(false, true)) {
            remove.accept(this);
            watcher.ended(reason);
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            remove.accept(this);
        }
    }
}
