package io.gatehouse.registry.access;

import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes last uses in its own transaction, which never blocks on another. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LastUseWriter {

    /** Several nodes may have recorded a use of the same token: only one of them writes it. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private LastUseStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public LastUseWriter() {}

    @Inject
    public LastUseWriter(LastUseStore store) {
        this.store = store;
    }

    /**
     * Skips tokens that another transaction is changing, and those whose last use was written less than a minute ago.
     */
    public void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
        List<UUID> due = store.lockDue(kind, at.minus(INTERVAL), tokenIds);
        if (!due.isEmpty()) {
            store.write(kind, at, due);
        }
    }
}
