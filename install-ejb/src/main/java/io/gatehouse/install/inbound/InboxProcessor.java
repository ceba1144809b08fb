package io.gatehouse.install.inbound;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.connection.OpenConnections;
import io.gatehouse.install.metric.ChannelCounts;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Works one message off in one transaction. If that fails, it is tried again later. */
@Dependent
public class InboxProcessor {

    private final RetriedTransactions transactions;
    private final InboxQueue queue;
    private final InboundFailures failures;
    private final OpenConnections connections;
    private final ChannelCounts counts;

    @Inject
    public InboxProcessor(
            RetriedTransactions transactions,
            InboxQueue queue,
            InboundFailures failures,
            OpenConnections connections,
            ChannelCounts counts) {
        this.transactions = transactions;
        this.queue = queue;
        this.failures = failures;
        this.connections = connections;
        this.counts = counts;
    }

    private record Worked(OpenConnection connection, InboundAnswers.Outcome outcome) {}

    /** How it went. */
    enum Result {
        /** There was nothing to work off. */
        NOTHING,
        WORKED,
        /** Worked off, and there is something to send. */
        ANSWERED
    }

    Result workOne() {
        AtomicReference<InboundStore.Leased> leased = new AtomicReference<>();
        AtomicReference<Worked> worked = new AtomicReference<>();
        try {
            boolean found = transactions.call(() -> {
                leased.set(null);
                worked.set(null);
                Optional<InboundStore.Leased> next = queue.next();
                next.ifPresent(row -> {
                    leased.set(row);
                    workOff(row).ifPresent(worked::set);
                });
                return next.isPresent();
            });
            Worked done = worked.get();
            if (done == null) {
                return found ? Result.WORKED : Result.NOTHING;
            }
            counts.worked(done.connection().platform(), done.outcome().word());
            return done.outcome().answered() ? Result.ANSWERED : Result.WORKED;
        } catch (DatabaseAwayException e) {
            throw e; // it is not the message that failed
        } catch (RuntimeException e) {
            InboundStore.Leased row = leased.get();
            if (row == null) {
                throw e;
            }
            failures.record(row, e);
            return Result.WORKED;
        }
    }

    private Optional<Worked> workOff(InboundStore.Leased row) {
        Optional<OpenConnection> connection = connections.findInside(row.connectionId());
        if (connection.isEmpty()) {
            queue.dropped(row);
        }
        return connection.map(it -> new Worked(it, queue.workOff(row, it)));
    }
}
