package io.gatehouse.web.message;

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

/** One long poll: answered once, by the first message, the end of its time, or the end of its token. */
final class Poll implements InboxWatch.Watcher {

    static final int PAGE = 100;

    private final AsyncResponse response;
    private final Inboxes inboxes;
    private final Listener listener;
    private final long since;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile @Nullable Watch watch;

    Poll(AsyncResponse response, Inboxes inboxes, Listener listener, long since) {
        this.response = response;
        this.inboxes = inboxes;
        this.listener = listener;
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
        WatchResult result = inbox.watch(listener.waiting(), since, this);
        if (!(result instanceof Watching watching)) {
            answer(Waits.tooMany(result));
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
        // A poll ends by itself.
    }

    @Override
    public void ended(Reason reason) {
        answer(Waits.ended(reason));
    }

    private List<IncomingMessage> waiting() {
        return inboxes.after(listener.speaker().agentId(), since, PAGE);
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
