package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch;
import io.gatehouse.contract.install.InstallWatch.Reason;
import io.gatehouse.contract.install.InstallWatch.Waiting;
import io.gatehouse.contract.install.InstallWatch.WatchResult;
import io.gatehouse.contract.install.InstallWatch.WatchResult.Watching;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.stream.EventStream;
import java.time.Duration;

/** Sends digests of the state, never the state: on a change the page reloads itself. */
final class StateStream implements InstallWatch.Watcher {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final long RECONNECT_MILLIS = 2_000;

    private final EventStream stream;

    StateStream(EventStream stream) {
        this.stream = stream;
    }

    /** @throws ProblemException 429 or 503 if there are too many streams already */
    synchronized void start(InstallWatch states, Waiting waiting) {
        WatchResult result = states.watch(waiting, this);
        if (!(result instanceof Watching watching)) {
            throw new ProblemException(
                    result instanceof WatchResult.TooManyForUser
                            ? Problem.of(ProblemType.RATE_LIMITED, "Too many of your pages wait already.")
                            : Problem.of(ProblemType.UNAVAILABLE, "Too many wait at this node already."),
                    RETRY_AFTER);
        }
        stream.onClose(watching.watch()::close);
        idle();
    }

    @Override
    public synchronized void state(InstallState state) {
        stream.send(stream.event("state", StateDigest.of(state)));
    }

    @Override
    public synchronized void idle() {
        stream.send(stream.keepAlive().reconnectDelay(RECONNECT_MILLIS));
    }

    @Override
    public synchronized void ended(Reason reason) {
        if (reason == Reason.SIGNED_OUT) {
            stream.sendLast(stream.event("signed-out", "over"));
        } else {
            stream.close();
        }
    }
}
