package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.database.DatabaseFaults;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.NewTransaction;
import jakarta.transaction.TransactionalException;
import java.util.function.Supplier;

/** Reports a commit that failed because the database went away. */
public final class OutageAwareTransaction implements NewTransaction {

    private final NewTransaction transaction;

    public OutageAwareTransaction(NewTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * @throws DatabaseAwayException if the database is away; it is unknown then whether the changes were committed
     * @throws TransactionalException if the commit failed with a checked exception
     */
    @Override
    public <T> T call(Supplier<T> work) {
        try {
            return transaction.call(work);
        } catch (RuntimeException e) {
            throw DatabaseFaults.ofCommit(e);
        } catch (Exception e) { // WildFly's interceptor throws RollbackException, which no signature declares
            throw DatabaseFaults.ofCommit(new TransactionalException("the commit failed", e));
        }
    }
}
