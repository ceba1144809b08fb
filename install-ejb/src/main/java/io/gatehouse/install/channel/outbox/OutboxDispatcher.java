package io.gatehouse.install.channel.outbox;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.worker.WorkerPool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** The workers that send outbound messages. */
@ApplicationScoped
public class OutboxDispatcher {

    @SuppressWarnings("NullAway.Init")
    private OutboxRelay step;

    private int workers;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OutboxDispatcher() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    OutboxDispatcher(OutboxRelay step, Settings settings) {
        this.step = step;
        this.workers = settings.channels().senders();
    }

    /** For callers with their own executor. */
    public OutboxDispatcher(OutboxRelay step, Settings settings, Executor executor) {
        this(step, settings);
        this.pool = new WorkerPool("outbox", () -> workers, executor, step::sendOne);
    }

    @PostConstruct
    void start() {
        pool = new WorkerPool("outbox", () -> workers, executor, step::sendOne);
    }

    /** Wakes the workers; there may be something to send. Does not block. */
    public void call() {
        pool.call();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesQueued any) {
        call();
    }
}
