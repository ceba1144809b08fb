package io.gatehouse.domain.persistence;

import io.gatehouse.contract.health.DatabaseAwayException;
import io.gatehouse.domain.database.DatabaseFaults;
import io.gatehouse.domain.transaction.NewTransaction;
import java.util.function.Supplier;

/** Tells whoever asked for a transaction where its commit failed because the database went away. */
public final class OutageAwareTransaction implements NewTransaction {

    private final NewTransaction transaction;

    public OutageAwareTransaction(NewTransaction transaction) {
        this.transaction = transaction;
    }

    /** @throws DatabaseAwayException if the database is away; whether what was written is there is not known then */
    @Override
    public <T> T call(Supplier<T> work) {
        try {
            return transaction.call(work);
        } catch (RuntimeException e) {
            throw DatabaseFaults.ofCommit(e);
        }
    }
}
