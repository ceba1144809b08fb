package io.gatehouse.install.transaction;

import io.gatehouse.kernel.persistence.TransactedWork;
import io.gatehouse.kernel.transaction.NewTransaction;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * The container's transactions, begun by an enterprise bean: on Payara a connection that a store takes from the data source
 * is part of no other one.
 */
@Stateless
@Local(NewTransaction.class)
public class InstallTransaction implements NewTransaction {

    private TransactedWork transacted;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallTransaction() {}

    @Inject
    public InstallTransaction(TransactedWork transacted) {
        this.transacted = transacted;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return transacted.of(work);
    }
}
