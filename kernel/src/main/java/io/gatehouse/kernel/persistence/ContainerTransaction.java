package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.transaction.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * The container's transactions, for work that asks the database by its entity manager alone: where one is begun inside of an
 * enterprise bean that has none, Payara leaves a connection that is taken from the data source out of it.
 */
@ApplicationScoped
@Typed(ContainerTransaction.class)
public class ContainerTransaction implements NewTransaction {

    @SuppressWarnings("NullAway.Init")
    private TransactedWork transacted;

    /** For the container's proxy. */
    protected ContainerTransaction() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    ContainerTransaction(TransactedWork transacted) {
        this.transacted = transacted;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return transacted.of(work);
    }
}
