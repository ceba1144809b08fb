package io.gatehouse.install.transaction;

import io.gatehouse.domain.persistence.OutageAwareTransaction;
import io.gatehouse.domain.transaction.NewTransaction;
import io.gatehouse.domain.transaction.RetriedTransactions;
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
