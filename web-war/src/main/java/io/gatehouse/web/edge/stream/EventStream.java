package io.gatehouse.web.edge.stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A stream of server-sent events to one client, until one side closes it. Thread-safe. */
public final class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    private final SseEventSink sink;
    private final Sse sse;
    private volatile @Nullable Runnable closed;

    public EventStream(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    /** @param task runs when either side has closed the stream; it may run more than once */
    public void onClose(Runnable task) {
        closed = task;
    }

    public boolean isClosed() {
        return sink.isClosed();
    }

    /** Returns an event with text as its data. */
    public OutboundSseEvent.Builder event(String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, data);
    }

    /** Returns a comment, which is a keep-alive: either side notices if the other is gone. */
    public OutboundSseEvent.Builder keepAlive() {
        return sse.newEventBuilder().comment("here");
    }

    /** Sends an event. A stream whose client is gone is closed. May block on a client that does not read. */
    public synchronized void send(OutboundSseEvent.Builder event) {
        CompletionStage<?> sending = begin(event);
        if (sending != null) {
            sending.exceptionally(gone -> {
                LOG.log(Level.FINE, "The client of a stream disconnected", gone);
                close();
                return null;
            });
        }
    }

    /** Sends an event, and closes the stream after it. */
    public synchronized void sendLast(OutboundSseEvent.Builder event) {
        CompletionStage<?> sending = begin(event);
        if (sending != null) {
            sending.whenComplete((sent, gone) -> close());
        }
    }

    /** Returns null if the stream is closed. */
    private @Nullable CompletionStage<?> begin(OutboundSseEvent.Builder event) {
        if (!sink.isClosed()) {
            try {
                return sink.send(event.build());
            } catch (IllegalStateException closedMeanwhile) {
                LOG.log(Level.FINE, "A stream was closed before an event was sent", closedMeanwhile);
            }
        }
        close();
        return null;
    }

    /** Idempotent. */
    public void close() {
        Runnable task = closed;
        if (task != null) {
            task.run();
        }
        sink.close();
    }
}
