package io.gatehouse.domain.persistence;

import io.gatehouse.domain.database.DatabaseFaults;
import io.gatehouse.domain.transaction.NewTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * The container's transactions, for work that asks the database by its entity manager alone: where one is begun inside of an
 * enterprise bean that has none, Payara leaves a connection that is taken from the data source out of it. What the work left to
 * be written is written before the commit: a container tells of a commit that fails, and not why.
 */
@ApplicationScoped
@Typed(ContainerTransaction.class)
public class ContainerTransaction implements NewTransaction {

    /** Not by {@code @Inject}: WildFly has a bean of that type, and the others have none. */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transactions;

    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** For the container's proxy. */
    protected ContainerTransaction() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    ContainerTransaction(EntityManager entities) {
        this.entities = entities;
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
