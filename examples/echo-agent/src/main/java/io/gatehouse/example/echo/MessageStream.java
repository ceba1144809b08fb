package io.gatehouse.example.echo;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stream of an agent's messages. When the stream breaks, it opens another one after the last answered
 * position.
 */
final class MessageStream implements AutoCloseable {

    private static final int PAUSE_SECONDS = 1;

    private final WebTarget messages;
    private final Consumer<IncomingMessage> listener;
    private final ScheduledExecutorService reopening = Executors.newSingleThreadScheduledExecutor();
    private volatile long position;
    private volatile boolean refused;
    private volatile int round;
    private @Nullable SseEventSource source;

    MessageStream(WebTarget messages, Consumer<IncomingMessage> listener) {
        this.messages = messages;
        this.listener = listener;
        open();
    }

    /** Returns the last answered position. */
    long position() {
        return position;
    }

    /** Whether the agent's token was refused. */
    boolean isRefused() {
        return refused;
    }

    private synchronized void open() {
        if (reopening.isShutdown()) {
            return;
        }
        int opened = ++round;
        SseEventSource next = SseEventSource.target(messages.queryParam("since", position))
                .reconnectingEvery(PAUSE_SECONDS, TimeUnit.SECONDS)
                .build();
        next.register(event -> hear(event, opened), fault -> broken(fault, opened));
        source = next;
        next.open();
    }

    private void hear(InboundSseEvent event, int opened) {
        String data = event.readData();
        if (data == null || data.isEmpty() || opened != round) {
            return; // a comment: keeps the stream alive
        }
        IncomingMessage message = IncomingMessage.from(Bridge.object(data));
        try {
            listener.accept(message);
            position = message.position();
        } catch (WebApplicationException | ProcessingException e) {
            broken(e, opened);
        }
    }

    /**
     * Reopens the stream: an event source does not reconnect after an error response, nor after a message that could
     * not be answered.
     */
    private synchronized void broken(Throwable fault, int opened) {
        if (opened != round || reopening.isShutdown()) {
            return;
        }
        System.err.println("The stream broke: " + fault.getMessage());
        round++;
        refused = fault instanceof NotAuthorizedException;
        SseEventSource broken = source;
        Future<?> unused = reopening.schedule(() -> reopen(broken), PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void reopen(@Nullable SseEventSource broken) {
        if (broken != null) {
            broken.close(PAUSE_SECONDS, TimeUnit.SECONDS);
        }
        open();
    }

    @Override
    public synchronized void close() {
        reopening.shutdownNow();
        if (source != null) {
            source.close(PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
