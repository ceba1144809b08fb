package io.gatehouse.install.inbound;

import io.gatehouse.install.outbox.Senders;
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
 * The workers that work messages off. What is to be said about them is sent after each. While deliveries rush in, it is one
 * that works a tenth of its time: taking them in comes first, as the platforms wait for that and for nothing else.
 */
@ApplicationScoped
public class InboundWorkers {

    @SuppressWarnings("NullAway.Init")
    private InboundStep step;

    @SuppressWarnings("NullAway.Init")
    private Senders senders;

    @SuppressWarnings("NullAway.Init")
    private Rush rush;

    private int most;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboundWorkers() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    InboundWorkers(InboundStep step, Senders senders, Rush rush, Settings settings) {
        this.step = step;
        this.senders = senders;
        this.rush = rush;
        this.most = settings.channels().workers();
    }

    /** For whoever brings threads of their own. */
    public InboundWorkers(InboundStep step, Senders senders, Rush rush, Settings settings, Executor executor) {
        this(step, senders, rush, settings);
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

    void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) Arrived any) {
        call();
    }

    private int most() {
        return rush.isOn() ? 1 : most;
    }

    private boolean workOne() {
        long begun = System.nanoTime();
        InboundStep.Result result = step.workOne();
        if (result == InboundStep.Result.ANSWERED) {
            senders.call();
        }
        rush.standBack(System.nanoTime() - begun);
        return result != InboundStep.Result.NOTHING;
    }
}
