package io.gatehouse.registry.signature;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Nonces of requests that their date refuses by now. */
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

    /** How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.forget(clock.instant(), limit);
    }
}
