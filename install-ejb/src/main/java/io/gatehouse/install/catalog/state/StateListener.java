package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch.Reason;
import io.gatehouse.contract.install.InstallWatch.Waiting;
import io.gatehouse.contract.install.InstallWatch.Watcher;
import io.gatehouse.kernel.waiting.Waiter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client that waits for changes of an install state. */
final class StateListener implements Waiter.Listener<Reason> {

    private final Waiting waiting;
    private final StateKey key;
    private final Watcher watcher;
    private final AtomicReference<@Nullable InstallState> latest = new AtomicReference<>();
    private volatile @Nullable InstallState sent;

    StateListener(Waiting waiting, Watcher watcher) {
        this.waiting = waiting;
        this.key = new StateKey(waiting.user().value(), waiting.templateAgentId());
        this.watcher = watcher;
    }

    Waiting waiting() {
        return waiting;
    }

    StateKey key() {
        return key;
    }

    /** Stores the state; true if it differs from the one that was sent last. {@link #changed} sends the stored state. */
    boolean isNews(InstallState state) {
        latest.set(state);
        return !state.equals(sent);
    }

    @Override
    public void changed() {
        InstallState state = latest.get();
        if (state != null && !state.equals(sent)) {
            sent = state;
            watcher.state(state);
        }
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
