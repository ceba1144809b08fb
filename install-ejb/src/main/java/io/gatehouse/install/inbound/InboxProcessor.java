package io.gatehouse.install.inbound;

import io.gatehouse.install.metric.ChannelCounts;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Processes one message in one transaction. If that fails, the message is tried again later. */
@Dependent
public class InboxProcessor {

    private static final Logger LOG = Logger.getLogger(InboxProcessor.class.getName());

    private final InboxQueue queue;
    private final InboundFailures failures;
    private final ChannelCounts counts;

    @Inject
    public InboxProcessor(InboxQueue queue, InboundFailures failures, ChannelCounts counts) {
        this.queue = queue;
        this.failures = failures;
        this.counts = counts;
    }

    /** The result of a call. */
    enum Result {
        /** There was nothing to process. */
        NOTHING,
        PROCESSED,
        /** Processed, and a reply was put into the outbox. */
        ANSWERED
    }

    Result processOne() {
        InboxQueue.Attempt attempt = new InboxQueue.Attempt();
        try {
            Optional<InboxQueue.Processed> processed = queue.processNext(attempt);
            if (processed.isEmpty()) {
                return attempt.message() == null ? Result.NOTHING : Result.PROCESSED;
            }
            InboundResponder.Outcome outcome = processed.get().outcome();
            counts.processed(processed.get().platform(), outcome.label());
            return outcome.answered() ? Result.ANSWERED : Result.PROCESSED;
        } catch (DatabaseAwayException e) {
            throw e; // not the fault of the message
        } catch (RuntimeException e) {
            InboundStore.Leased message = attempt.message();
            if (message == null) {
                throw e;
            }
            record(message, e);
            return Result.PROCESSED;
        }
    }

    /** Logs after the commit: a transaction that is retried would log twice. */
    private void record(InboundStore.Leased message, RuntimeException fault) {
        int attempts = message.attempts() + 1;
        boolean givenUp = failures.record(message, attempts, fault);
        boolean sealed = fault instanceof UnsealException; // already logged for its connection
        LOG.log(
                givenUp ? Level.SEVERE : sealed ? Level.FINE : Level.WARNING,
                sealed ? null : fault,
                () -> "message " + message.position() + " of connection " + message.connectionId() + " failed for the "
                        + attempts + ". time" + (givenUp ? "; it is given up" : ""));
    }
}
