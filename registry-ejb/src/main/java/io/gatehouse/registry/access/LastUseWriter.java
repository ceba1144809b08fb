package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes last uses, in a transaction of its own that waits for nobody. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LastUseWriter {

    /** Several nodes may have noted the same token: one of them writes. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private LastUseStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public LastUseWriter() {}

    @Inject
    public LastUseWriter(LastUseStore store) {
        this.store = store;
    }

    /** Leaves out the tokens that another transaction is changing, and those whose last use was written a moment ago. */
    public void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
        List<UUID> due = store.lockDue(kind, at.minus(EVERY), tokenIds);
        if (!due.isEmpty()) {
            store.write(kind, at, due);
        }
    }
}
