package io.gatehouse.install.transaction;

import io.gatehouse.kernel.persistence.OutageAwareTransaction;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Gives this half of the application its transactions. */
@Dependent
public class InstallTransactions {

    @Produces
    @Dependent
    RetriedTransactions transactions(NewTransaction transaction) {
        return new RetriedTransactions(new OutageAwareTransaction(transaction));
    }
}
