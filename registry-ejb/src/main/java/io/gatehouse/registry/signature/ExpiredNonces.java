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

    @Inject
    NonceStore store;

    @Inject
    InstantSource clock;

    /** How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.forget(clock.instant(), limit);
    }
}
