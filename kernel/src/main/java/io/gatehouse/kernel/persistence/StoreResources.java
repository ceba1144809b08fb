package io.gatehouse.kernel.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** What stores are given to ask for rows with. */
@ApplicationScoped
public class StoreResources {

    @PersistenceContext(unitName = "gatehouse")
    @SuppressWarnings("NullAway.Init")
    EntityManager entityManager;

    @Resource(lookup = "java:app/jdbc/gatehouse")
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transactions;

    @Produces
    @Dependent
    EntityManager entityManager() {
        return InsideTransactions.only(entityManager, transactions);
    }

    /** Inside a transaction, its connection is of that one. */
    @Produces
    @Dependent
    DataSource database() {
        return database;
    }
}
