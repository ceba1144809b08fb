package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Serializable;

/** Begins the transactions of {@link RetriedTransaction}. */
@RetriedTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
@SuppressWarnings("serial") // an interceptor need not be passivated where no bean is
public class RetriedTransactionInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry present;

    private ContainerTransaction transaction;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RetriedTransactionInterceptor() {}

    @Inject
    public RetriedTransactionInterceptor(ContainerTransaction transaction) {
        this.transaction = transaction;
    }

    @AroundInvoke
    public Object around(InvocationContext call) throws Exception {
        if (present.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        try {
            return new RetriedTransactions(transaction).call(() -> proceed(call));
        } catch (CheckedException e) {
            throw e.checked;
        }
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // what proceed declares; it is thrown again as it was
            throw new CheckedException(e);
        }
    }

    private static final class CheckedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Exception checked;

        private CheckedException(Exception checked) {
            super(checked);
            this.checked = checked;
        }
    }
}
