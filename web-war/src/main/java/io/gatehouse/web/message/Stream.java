package io.gatehouse.web.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.WatchResult;
import io.gatehouse.contract.message.InboxWatch.WatchResult.Watching;
import io.gatehouse.contract.message.Inboxes;
import io.gatehouse.contract.message.IncomingMessage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One stream of server-sent events. Their ids are positions, so a client that comes back goes on where it was. */
final class Stream implements InboxWatch.Watcher {

    private static final Logger LOG = Logger.getLogger(Stream.class.getName());

    private final SseEventSink sink;
    private final Sse sse;
    private final Inboxes inboxes;
    private final Listener listener;
    private long position;
    private @Nullable Watch watch;

    Stream(SseEventSink sink, Sse sse, Inboxes inboxes, Listener listener, long position) {
        this.sink = sink;
        this.sse = sse;
        this.inboxes = inboxes;
        this.listener = listener;
        this.position = position;
    }

    /** @throws WebApplicationException if one more may not wait */
    synchronized void start(InboxWatch inbox) {
        WatchResult result = inbox.watch(listener.waiting(), position, this);
        if (!(result instanceof Watching watching)) {
            throw new WebApplicationException(Waits.tooMany(result));
        }
        watch = watching.watch();
        idle();
        changed();
    }

    @Override
    public synchronized void changed() {
        List<IncomingMessage> waiting;
        do {
            waiting = sink.isClosed()
                    ? List.of()
                    : inboxes.after(listener.speaker().agentId(), position, Poll.PAGE);
            for (IncomingMessage message : waiting) {
                send(sse.newEventBuilder()
                        .id(String.valueOf(message.position()))
                        .name("message")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, ReceivedMessage.from(message).json())
                        .build());
                position = message.position();
            }
        } while (waiting.size() == Poll.PAGE);
        Watch waits = watch;
        if (waits != null) {
            waits.seen(position);
            if (sink.isClosed()) {
                waits.close();
            }
        }
    }

    /** A comment, by which both sides see that the other is still there. */
    @Override
    public synchronized void idle() {
        send(sse.newEventBuilder().comment("here").build());
    }

    @Override
    public synchronized void ended(Reason reason) {
        close();
    }

    private void send(OutboundSseEvent event) {
        if (!sink.isClosed()) {
            try {
                sink.send(event).exceptionally(gone -> {
                    LOG.log(Level.FINE, "A stream's client is gone", gone);
                    close();
                    return null;
                });
            } catch (IllegalStateException closedMeanwhile) {
                LOG.log(Level.FINE, "A stream was closed meanwhile", closedMeanwhile);
                close();
            }
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
