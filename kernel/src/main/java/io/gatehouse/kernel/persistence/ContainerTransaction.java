package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.transaction.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * The container's transactions. On Payara a connection from the data source joins such a transaction only if no enterprise
 * bean without a transaction is among the callers; so the beans that begin transactions, and their callers, are CDI beans.
 */
@ApplicationScoped
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
