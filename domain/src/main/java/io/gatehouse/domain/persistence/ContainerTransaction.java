package io.gatehouse.domain.persistence;

import io.gatehouse.domain.database.DatabaseFaults;
import io.gatehouse.domain.transaction.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * The container's transactions. What the work left to be written is written before the commit: a container tells of a
 * commit that fails, and not why.
 */
@ApplicationScoped
public class ContainerTransaction implements NewTransaction {

    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    private TransactionSynchronizationRegistry transactions;

    /** For the container's proxy. */
    protected ContainerTransaction() {}

    @Inject
    ContainerTransaction(EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return DatabaseFaults.told(() -> {
            T result = work.get();
            if (!transactions.getRollbackOnly()) {
                entities.flush();
            }
            return result;
        });
    }
}
