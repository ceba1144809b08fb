package io.gatehouse.install.channel.inbound;

import io.gatehouse.install.channel.metric.ChannelCounts;
import io.gatehouse.install.channel.outbox.OutboxDispatcher;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.worker.WorkerPool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The workers that process inbound messages, each in one transaction. A message that fails is tried again later. After a
 * message with a reply the senders are woken. During a burst of deliveries the workers give way: storing deliveries has
 * priority, because the platforms wait for it.
 */
@ApplicationScoped
public class InboxDispatcher {

    private static final Logger LOG = Logger.getLogger(InboxDispatcher.class.getName());

    @SuppressWarnings("NullAway.Init")
    private InboxQueue queue;

    @SuppressWarnings("NullAway.Init")
    private OutboxDispatcher senders;

    @SuppressWarnings("NullAway.Init")
    private BurstDetector bursts;

    @SuppressWarnings("NullAway.Init")
    private ChannelCounts counts;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private WorkerPool pool;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboxDispatcher() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    InboxDispatcher(InboxQueue queue, OutboxDispatcher senders, BurstDetector bursts, ChannelCounts counts) {
        this.queue = queue;
        this.senders = senders;
        this.bursts = bursts;
        this.counts = counts;
    }

    /** For callers with their own executor. */
    public InboxDispatcher(
            InboxQueue queue, OutboxDispatcher senders, BurstDetector bursts, ChannelCounts counts, Executor executor) {
        this(queue, senders, bursts, counts);
        this.pool = new WorkerPool("inbox", bursts::workers, executor, this::processOne);
    }

    @PostConstruct
    void start() {
        pool = new WorkerPool("inbox", bursts::workers, executor, this::processOne);
    }

    /** Wakes the workers; there may be something to process. Does not block. */
    public void call() {
        pool.call();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesStored any) {
        call();
    }

    /** False if there was nothing to process. */
    boolean processOne() {
        long begun = System.nanoTime();
        boolean found = processNext();
        bursts.throttle(System.nanoTime() - begun);
        return found;
    }

    private boolean processNext() {
        InboxQueue.Attempt attempt = new InboxQueue.Attempt();
        Optional<InboxQueue.Processed> processed;
        try {
            processed = queue.processNext(attempt);
        } catch (DatabaseAwayException e) {
            throw e; // not the fault of the message
        } catch (RuntimeException e) {
            InboundStore.Leased message = attempt.message();
            if (message == null) {
                throw e;
            }
            recordFailure(message, e);
            return true;
        }
        processed.ifPresent(this::finish);
        return attempt.message() != null;
    }

    private void finish(InboxQueue.Processed processed) {
        counts.processed(processed.platform(), processed.outcome().label());
        if (processed.outcome().answered()) {
            senders.call();
        }
    }

    /** Logs after the commit: a transaction that is retried would log twice. */
    private void recordFailure(InboundStore.Leased message, RuntimeException fault) {
        int attempts = message.attempts() + 1;
        boolean givenUp = queue.recordFailure(message, attempts, fault);
        boolean sealed = fault instanceof UnsealException; // already logged for its connection
        LOG.log(
                givenUp ? Level.SEVERE : sealed ? Level.FINE : Level.WARNING,
                sealed ? null : fault,
                () -> "message " + message.position() + " of connection " + message.connectionId() + " failed for the "
                        + attempts + ". time" + (givenUp ? "; it is given up" : ""));
    }
}
