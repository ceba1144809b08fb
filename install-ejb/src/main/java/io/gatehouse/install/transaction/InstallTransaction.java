package io.gatehouse.install.transaction;

import io.gatehouse.domain.database.DatabaseFaults;
import io.gatehouse.domain.transaction.NewTransaction;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/**
 * The container's transactions, begun by an enterprise bean: on Payara a connection that a store takes from the data source
 * is part of no other one. What the work left to be written is written before the commit: a container tells of a commit that
 * fails, and not why.
 */
@Stateless
@Local(NewTransaction.class)
public class InstallTransaction implements NewTransaction {

    @Resource
    @SuppressWarnings("NullAway.Init")
    SessionContext context;

    private EntityManager entities;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallTransaction() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    public InstallTransaction(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return DatabaseFaults.told(() -> {
            T result = work.get();
            if (!context.getRollbackOnly()) {
                entities.flush();
            }
            return result;
        });
    }
}
