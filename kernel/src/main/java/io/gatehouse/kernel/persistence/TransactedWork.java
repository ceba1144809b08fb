package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.database.DatabaseFaults;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * Work inside of a transaction that is begun already. What it left to be written is written before the commit: a container
 * tells of a commit that fails, and not why.
 */
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

    /** Its faults under the names that {@link DatabaseFaults} gives them. */
    public <T> T of(Supplier<T> work) {
        return DatabaseFaults.told(() -> {
            T result = work.get();
            if (!transactions.getRollbackOnly()) {
                entities.flush();
            }
            return result;
        });
    }
}
