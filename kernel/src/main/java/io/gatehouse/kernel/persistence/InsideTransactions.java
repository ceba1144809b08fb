package io.gatehouse.kernel.persistence;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * An entity manager that refuses to work outside of a transaction. There, on Payara, it belongs to the invocation, and what
 * a managed executor runs shares the invocation of whoever asked for it: one closes it under the other.
 */
final class InsideTransactions implements InvocationHandler {

    private final EntityManager entityManager;
    private final TransactionSynchronizationRegistry transactions;

    private InsideTransactions(EntityManager entityManager, TransactionSynchronizationRegistry transactions) {
        this.entityManager = entityManager;
        this.transactions = transactions;
    }

    static EntityManager only(EntityManager entityManager, TransactionSynchronizationRegistry transactions) {
        return (EntityManager) Proxy.newProxyInstance(
                InsideTransactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                new InsideTransactions(entityManager, transactions));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() != Object.class
                && transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("no transaction: an entity manager works inside of one");
        }
        try {
            return method.invoke(entityManager, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
