package io.gatehouse.registry.idempotency;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** One batch of old keys, in a transaction of its own. */
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

    /** How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.deleteBefore(clock.instant().minus(IdempotentCallsBean.KEPT), limit);
    }
}
