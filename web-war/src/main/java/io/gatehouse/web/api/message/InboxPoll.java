package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.Watch;
import io.gatehouse.contract.message.InboxWatch.WatchResult;
import io.gatehouse.contract.message.InboxWatch.WatchResult.Watching;
import io.gatehouse.contract.message.Inboxes;
import io.gatehouse.contract.message.IncomingMessage;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One long poll. It is answered once: by the first message, at its timeout, or when its token ends. */
final class InboxPoll implements InboxWatch.Watcher {

    static final int PAGE_SIZE = 100;

    private final AsyncResponse response;
    private final Inboxes inboxes;
    private final ActingAgent actingAgent;
    private final long since;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile @Nullable Watch watch;

    InboxPoll(AsyncResponse response, Inboxes inboxes, ActingAgent actingAgent, long since) {
        this.response = response;
        this.inboxes = inboxes;
        this.actingAgent = actingAgent;
        this.since = since;
    }

    void start(InboxWatch inbox, long seconds) {
        List<IncomingMessage> waiting = waiting();
        if (!waiting.isEmpty() || seconds == 0) {
            answer(MessageAnswers.Page.of(waiting, since));
            return;
        }
        response.setTimeoutHandler(late -> answer(MessageAnswers.Page.of(List.of(), since)));
        response.setTimeout(seconds, TimeUnit.SECONDS);
        WatchResult result = inbox.watch(actingAgent.waiting(), since, this);
        if (!(result instanceof Watching watching)) {
            answer(WaitAnswers.tooMany(result));
            return;
        }
        watch = watching.watch();
        if (answered.get()) {
            watching.watch().close();
        } else {
            changed();
        }
    }

    @Override
    public void changed() {
        List<IncomingMessage> waiting = waiting();
        if (!waiting.isEmpty()) {
            answer(MessageAnswers.Page.of(waiting, since));
        }
    }

    @Override
    public void idle() {
        // A poll needs no keep-alive: it has a timeout.
    }

    @Override
    public void ended(Reason reason) {
        answer(WaitAnswers.ended(reason));
    }

    private List<IncomingMessage> waiting() {
        return inboxes.after(actingAgent.speaker().agentId(), since, PAGE_SIZE);
    }

    private void answer(Object entity) {
        if (answered.compareAndSet(false, true)) {
            Watch waiting = watch;
            if (waiting != null) {
                waiting.close();
            }
            response.resume(entity);
        }
    }
}
