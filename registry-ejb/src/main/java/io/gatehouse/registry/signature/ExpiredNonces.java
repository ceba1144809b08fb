package io.gatehouse.registry.signature;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Deletes nonces of requests that are refused because of their date by now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExpiredNonces {

    private NonceStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExpiredNonces() {}

    @Inject
    public ExpiredNonces(NonceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the number of deleted nonces, which is below the limit when none is left. */
    public int delete(int limit) {
        return store.deleteBefore(clock.instant(), limit);
    }
}
