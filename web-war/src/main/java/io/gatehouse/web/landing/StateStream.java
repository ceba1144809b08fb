package io.gatehouse.web.landing;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallWatch;
import io.gatehouse.contract.install.InstallWatch.Reason;
import io.gatehouse.contract.install.InstallWatch.Waiting;
import io.gatehouse.contract.install.InstallWatch.Watch;
import io.gatehouse.contract.install.InstallWatch.WatchResult;
import io.gatehouse.contract.install.InstallWatch.WatchResult.Watching;
import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One stream of server-sent events. It carries digests of the state, never the state: on a change the page reloads
 * itself.
 */
final class StateStream implements InstallWatch.Watcher {

    private static final Logger LOG = Logger.getLogger(StateStream.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEventSink sink;
    private final Sse sse;
    private @Nullable Watch watch;

    StateStream(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
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
        watch = watching.watch();
        idle();
    }

    @Override
    public void state(InstallState state) {
        send(event("state", StateDigest.of(state)));
    }

    /** Sends a comment as keep-alive: either side messages if the other is gone. */
    @Override
    public synchronized void idle() {
        send(sse.newEventBuilder()
                .comment("here")
                .reconnectDelay(RECONNECT_MILLIS)
                .build());
    }

    @Override
    public synchronized void ended(Reason reason) {
        if (reason == Reason.SIGNED_OUT && !sink.isClosed()) {
            sink.send(event("signed-out", "over")).whenComplete((sent, gone) -> close());
        } else {
            close();
        }
    }

    private OutboundSseEvent event(String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, data)
                .build();
    }

    private synchronized void send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            close();
            return;
        }
        try {
            sink.send(event).exceptionally(gone -> {
                LOG.log(Level.FINE, "The page of a stream disconnected", gone);
                close();
                return null;
            });
        } catch (IllegalStateException closedMeanwhile) {
            LOG.log(Level.FINE, "A stream was closed before an event was sent", closedMeanwhile);
            close();
        }
    }

    private void close() {
        Watch waits = watch;
        if (waits != null) {
            waits.close();
        }
        sink.close();
    }
}
