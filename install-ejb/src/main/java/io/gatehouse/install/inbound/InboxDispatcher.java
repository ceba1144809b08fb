package io.gatehouse.install.inbound;

import io.gatehouse.install.outbox.OutboxDispatcher;
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

/**
 * The workers that process inbound messages. After a message with a reply the senders are woken. During a burst of
 * deliveries only one worker runs, for a tenth of the time: storing deliveries has priority, because the platforms wait
 * for it.
 */
@ApplicationScoped
public class InboxDispatcher {

    @SuppressWarnings("NullAway.Init")
    private InboxProcessor step;

    @SuppressWarnings("NullAway.Init")
    private OutboxDispatcher senders;

    @SuppressWarnings("NullAway.Init")
    private BurstDetector bursts;

    private int workers;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboxDispatcher() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    InboxDispatcher(InboxProcessor step, OutboxDispatcher senders, BurstDetector bursts, Settings settings) {
        this.step = step;
        this.senders = senders;
        this.bursts = bursts;
        this.workers = settings.channels().workers();
    }

    /** For callers with their own executor. */
    public InboxDispatcher(
            InboxProcessor step, OutboxDispatcher senders, BurstDetector bursts, Settings settings, Executor executor) {
        this(step, senders, bursts, settings);
        this.pool = new WorkerPool("inbox", this::activeWorkers, executor, this::processOne);
    }

    @PostConstruct
    void start() {
        pool = new WorkerPool("inbox", this::activeWorkers, executor, this::processOne);
    }

    /** Wakes the workers; there may be something to process. Does not block. */
    public void call() {
        pool.call();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesStored any) {
        call();
    }

    private int activeWorkers() {
        return bursts.isOn() ? 1 : workers;
    }

    private boolean processOne() {
        long begun = System.nanoTime();
        InboxProcessor.Result result = step.processOne();
        if (result == InboxProcessor.Result.ANSWERED) {
            senders.call();
        }
        bursts.throttle(System.nanoTime() - begun);
        return result != InboxProcessor.Result.NOTHING;
    }
}
