package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.WatchResult;
import io.gatehouse.contract.message.InboxWatch.WatchResult.Watching;
import io.gatehouse.contract.message.Inboxes;
import io.gatehouse.contract.message.IncomingMessage;
import io.gatehouse.web.edge.stream.EventStream;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends an agent's messages. Event ids are inbox positions, so a reconnecting client continues where it was. */
final class InboxStream implements InboxWatch.Watcher {

    private final EventStream stream;
    private final Inboxes inboxes;
    private final ActingAgent actingAgent;
    private long position;
    private @Nullable Watch watch;

    InboxStream(EventStream stream, Inboxes inboxes, ActingAgent actingAgent, long position) {
        this.stream = stream;
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
        stream.onClose(watching.watch()::close);
        idle();
        changed();
    }

    @Override
    public synchronized void changed() {
        List<IncomingMessage> waiting;
        do {
            waiting = stream.isClosed()
                    ? List.of()
                    : inboxes.after(actingAgent.speaker().agentId(), position, InboxPoll.PAGE_SIZE);
            for (IncomingMessage message : waiting) {
                stream.send(
                        stream.event("message", ReceivedMessage.from(message).json())
                                .id(String.valueOf(message.position())));
                position = message.position();
            }
        } while (waiting.size() == InboxPoll.PAGE_SIZE);
        Watch waits = watch;
        if (waits != null) {
            waits.seen(position);
        }
        if (stream.isClosed()) {
            stream.close();
        }
    }

    @Override
    public synchronized void idle() {
        stream.send(stream.keepAlive());
    }

    @Override
    public synchronized void ended(Reason reason) {
        stream.close();
    }
}
