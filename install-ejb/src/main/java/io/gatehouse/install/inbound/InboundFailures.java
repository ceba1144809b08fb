package io.gatehouse.install.inbound;

import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Messages whose work failed: tried again with growing waits, for about half an hour, and then left, so that one does not stand
 * before the others of its chat for ever.
 */
@Dependent
public class InboundFailures {

    private static final Logger LOG = Logger.getLogger(InboundFailures.class.getName());
    private static final int MOST_ATTEMPTS = 12;

    private final InboundStore store;
    private final RetriedTransactions transactions;
    private final InstantSource clock;

    @Inject
    public InboundFailures(InboundStore store, RetriedTransactions transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    void record(InboundStore.Leased row, RuntimeException fault) {
        int attempts = row.attempts() + 1;
        boolean last = attempts >= MOST_ATTEMPTS;
        boolean sealed = fault instanceof UnsealException; // its connection was told of
        LOG.log(
                last ? Level.SEVERE : sealed ? Level.FINE : Level.WARNING,
                sealed ? null : fault,
                () -> "message " + row.position() + " of connection " + row.connectionId() + " failed for the "
                        + attempts + ". time" + (last ? "; nobody tries it again" : ""));
        String why = fault.getClass().getSimpleName();
        Instant now = clock.instant();
        transactions.call(() -> {
            if (last) {
                store.givenUp(row.position(), attempts, why, now);
            } else {
                store.failed(row.position(), attempts, why, now.plus(Duration.ofSeconds(1L << (attempts - 1))));
            }
            return true;
        });
    }
}
