package io.gatehouse.install.outbox;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.worker.WorkerPool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** The workers that send. */
@ApplicationScoped
public class OutboxDispatcher {

    @SuppressWarnings("NullAway.Init")
    private OutboxRelay step;

    private int most;

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
        this.most = settings.channels().senders();
    }

    /** For whoever brings threads of their own. */
    public OutboxDispatcher(OutboxRelay step, Settings settings, Executor executor) {
        this(step, settings);
        this.pool = new WorkerPool("outbox", () -> most, executor, step::sendOne);
    }

    @PostConstruct
    void gather() {
        pool = new WorkerPool("outbox", () -> most, executor, step::sendOne);
    }

    /** There may be something to send. Never waits. */
    public void call() {
        pool.call();
    }
}
