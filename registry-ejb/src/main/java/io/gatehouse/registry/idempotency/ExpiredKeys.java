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

    @Inject
    IdempotencyStore store;

    @Inject
    InstantSource clock;

    /** How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.deleteBefore(clock.instant().minus(IdempotentCallsBean.KEPT), limit);
    }
}
