package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.database.DatabaseFaults;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.NewTransaction;
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
