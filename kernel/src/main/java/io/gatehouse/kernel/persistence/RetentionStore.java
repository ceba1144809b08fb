package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;

/**
 * Applies retention rules. Each call changes one batch of rows in its own transaction, so that others are not blocked
 * for long, and what a batch deleted stays deleted if a later one fails.
 */
@ApplicationScoped
@RetriedTransaction
public class RetentionStore {

    private EntityManager entities;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RetentionStore() {}

    @Inject
    public RetentionStore(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Returns the number of rows deleted or cleared, which is below the limit if none are left. */
    public int apply(RetentionRule rule, int limit) {
        return rule.apply(entities, clock.instant(), limit);
    }
}
