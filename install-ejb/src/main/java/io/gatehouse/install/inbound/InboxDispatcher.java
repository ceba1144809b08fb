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
 * The workers that work messages off. What is to be said about them is sent after each. During a burst of deliveries it is one
 * that works a tenth of its time: taking them in comes first, as the platforms wait for that and for nothing else.
 */
@ApplicationScoped
public class InboxDispatcher {

    @SuppressWarnings("NullAway.Init")
    private InboxProcessor step;

    @SuppressWarnings("NullAway.Init")
    private OutboxDispatcher senders;

    @SuppressWarnings("NullAway.Init")
    private BurstDetector bursts;

    private int most;

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
        this.most = settings.channels().workers();
    }

    /** For whoever brings threads of their own. */
    public InboxDispatcher(
            InboxProcessor step, OutboxDispatcher senders, BurstDetector bursts, Settings settings, Executor executor) {
        this(step, senders, bursts, settings);
        this.pool = new WorkerPool("inbox", this::most, executor, this::workOne);
    }

    @PostConstruct
    void gather() {
        pool = new WorkerPool("inbox", this::most, executor, this::workOne);
    }

    /** There may be something to work off. Never waits. */
    public void call() {
        pool.call();
    }

    void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesStored any) {
        call();
    }

    private int most() {
        return bursts.isOn() ? 1 : most;
    }

    private boolean workOne() {
        long begun = System.nanoTime();
        InboxProcessor.Result result = step.workOne();
        if (result == InboxProcessor.Result.ANSWERED) {
            senders.call();
        }
        bursts.throttle(System.nanoTime() - begun);
        return result != InboxProcessor.Result.NOTHING;
    }
}
