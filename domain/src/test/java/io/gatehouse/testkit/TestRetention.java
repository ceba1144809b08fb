package io.gatehouse.testkit;

import io.gatehouse.kernel.persistence.RetentionStore;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Retention over a test's database: each batch in its own transaction, as in the container. */
public final class TestRetention {

    private TestRetention() {}

    public static RetentionStore over(TestDatabase database, InstantSource clock) {
        RetriedTransactions transactions = new RetriedTransactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.tx(work);
            }
        });
        return new AnnotatedTransactions(database, transactions)
                .on(new RetentionStore(database.entityManager(), clock));
    }
}
