package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.database.DatabaseFaults;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** Runs work inside of a transaction that has begun. */
@Dependent
public class TransactedWork {

    /** Not by {@code @Inject}: WildFly has a bean of that type, and the others have none. */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transactions;

    private final EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    TransactedWork(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Runs the work and writes its changes, because a container that fails to commit does not say why. A fault marks the
     * transaction for rollback and is returned, not thrown: an enterprise bean would log it and wrap it.
     *
     * @return what {@link Supplier#get} returns the work's result from or throws its fault from, the database's faults under
     *     the names that {@link DatabaseFaults} gives them
     */
    <T> Supplier<T> outcomeOf(Supplier<T> work) {
        try {
            T result = DatabaseFaults.told(() -> written(work));
            return () -> result;
        } catch (RuntimeException fault) {
            rollBack(fault);
            return () -> {
                throw fault;
            };
        }
    }

    private <T> T written(Supplier<T> work) {
        T result = work.get();
        if (transactions.getRollbackOnly()) {
            throw new IllegalStateException("the transaction was marked for rollback and its work did not fail");
        }
        entities.flush();
        return result;
    }

    private void rollBack(RuntimeException fault) {
        try {
            transactions.setRollbackOnly();
        } catch (IllegalStateException e) { // it is rolled back already, as after its timeout
            fault.addSuppressed(e);
        }
    }
}
