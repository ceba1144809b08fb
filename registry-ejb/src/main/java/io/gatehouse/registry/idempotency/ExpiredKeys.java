package io.gatehouse.registry.idempotency;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Deletes one batch of expired keys in its own transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExpiredKeys {

    private IdempotencyStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExpiredKeys() {}

    @Inject
    public ExpiredKeys(IdempotencyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the number of deleted keys, which is below the limit when none is left. */
    public int delete(int limit) {
        return store.deleteBefore(clock.instant().minus(IdempotentCallsBean.KEPT), limit);
    }
}
