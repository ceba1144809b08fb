package io.gatehouse.install.inbound;

import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Records messages whose processing failed. They are retried with growing delays for about half an hour and then given
 * up, so that they do not block their chat forever.
 */
@ApplicationScoped
public class InboundFailures {

    private static final int MAX_ATTEMPTS = 12;

    private InboundStore store;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboundFailures() {}

    @Inject
    public InboundFailures(InboundStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return whether the message has been given up */
    @RetriedTransaction
    public boolean record(InboundStore.Leased row, int attempts, RuntimeException fault) {
        boolean last = attempts >= MAX_ATTEMPTS;
        String why = fault.getClass().getSimpleName();
        Instant now = clock.instant();
        if (last) {
            store.givenUp(row.position(), attempts, why, now);
        } else {
            store.failed(row.position(), attempts, why, now.plus(Duration.ofSeconds(1L << (attempts - 1))));
        }
        return last;
    }
}
