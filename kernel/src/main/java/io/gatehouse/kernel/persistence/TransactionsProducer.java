package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** For the few that cannot use {@link io.gatehouse.kernel.transaction.RetriedTransaction}: what they retry is no method. */
@Dependent
public class TransactionsProducer {

    @Produces
    @Dependent
    RetriedTransactions transactions(ContainerTransaction transaction) {
        return new RetriedTransactions(transaction);
    }
}
