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

/** One stream of server-sent events. Event ids are inbox positions, so a reconnecting client continues where it was. */
final class InboxStream implements InboxWatch.Watcher {

    private static final Logger LOG = Logger.getLogger(InboxStream.class.getName());

    private final SseEventSink sink;
    private final Sse sse;
    private final Inboxes inboxes;
    private final ActingAgent actingAgent;
    private long position;
    private @Nullable Watch watch;

    InboxStream(SseEventSink sink, Sse sse, Inboxes inboxes, ActingAgent actingAgent, long position) {
        this.sink = sink;
        this.sse = sse;
        this.inboxes = inboxes;
        this.actingAgent = actingAgent;
        this.position = position;
    }

    /** @throws WebApplicationException 429 or 503 if there are too many streams already */
    synchronized void start(InboxWatch inbox) {
        WatchResult result = inbox.watch(actingAgent.waiting(), position, this);
        if (!(result instanceof Watching watching)) {
            throw new WebApplicationException(WaitAnswers.tooMany(result));
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
                    : inboxes.after(actingAgent.speaker().agentId(), position, InboxPoll.PAGE_SIZE);
            for (IncomingMessage message : waiting) {
                send(sse.newEventBuilder()
                        .id(String.valueOf(message.position()))
                        .name("message")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, ReceivedMessage.from(message).json())
                        .build());
                position = message.position();
            }
        } while (waiting.size() == InboxPoll.PAGE_SIZE);
        Watch waits = watch;
        if (waits != null) {
            waits.seen(position);
            if (sink.isClosed()) {
                waits.close();
            }
        }
    }

    /** Sends a comment as keep-alive: either side notices if the other is gone. */
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
                    LOG.log(Level.FINE, "The client of a stream disconnected", gone);
                    close();
                    return null;
                });
            } catch (IllegalStateException closedMeanwhile) {
                LOG.log(Level.FINE, "A stream was closed before an event was sent", closedMeanwhile);
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
