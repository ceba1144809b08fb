package io.gatehouse.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class InsideTransactionsTest {

    private int status = Status.STATUS_ACTIVE;
    private final TransactionSynchronizationRegistry transactions =
            standIn(TransactionSynchronizationRegistry.class, (proxy, method, arguments) -> status);
    private final EntityManager rows = InsideTransactions.only(
            standIn(EntityManager.class, (proxy, method, arguments) -> {
                if (method.getName().equals("flush")) {
                    throw new PersistenceException("the database is away");
                }
                return method.getName();
            }),
            transactions);

    @Test
    void insideATransactionItIsTheEntityManager() {
        assertThat(rows.unwrap(String.class)).isEqualTo("unwrap");
        status = Status.STATUS_MARKED_ROLLBACK;
        assertThat(rows.unwrap(String.class)).isEqualTo("unwrap");
    }

    @Test
    void outsideOfOneItRefuses() {
        status = Status.STATUS_NO_TRANSACTION;

        assertThatThrownBy(() -> rows.find(String.class, "id"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transaction");
        assertThat(rows).hasToString("toString");
    }

    @Test
    void itsFaultsAreAsTheyAre() {
        assertThatThrownBy(rows::flush).isInstanceOf(PersistenceException.class).hasMessage("the database is away");
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
