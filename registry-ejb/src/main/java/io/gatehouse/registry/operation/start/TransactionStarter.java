package io.gatehouse.registry.operation.start;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/**
 * Begins the transactions of {@link io.gatehouse.kernel.persistence.ContainerTransaction}, for both halves of the
 * application. Used by many threads at the same time: a singleton, so that none waits for a pool.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TransactionStarter {

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }
}
