package io.gatehouse.kernel.persistence;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.worker.OngoingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The container's transactions, for all CDI beans. An enterprise bean begins them, which the application hands over when it
 * starts: below an enterprise bean without a transaction, and in work that such a bean gave to a managed executor, Payara
 * leaves a connection from the data source out of a transaction that a CDI bean begins. This archive has no enterprise bean
 * itself, because a container finds none in an EAR's library.
 */
@ApplicationScoped
public class ContainerTransaction implements NewTransaction {

    @SuppressWarnings("NullAway.Init")
    private TransactedWork transacted;

    private volatile @Nullable NewTransaction starter;

    /** For the container's proxy. */
    protected ContainerTransaction() {}

    @Inject
    ContainerTransaction(TransactedWork transacted) {
        this.transacted = transacted;
    }

    /** @param bean runs work in a transaction of its own, also where the caller is in another one */
    public void startWith(NewTransaction bean) {
        starter = bean;
    }

    /**
     * Throws what the work throws, after the rollback; and what the container throws if the commit fails.
     *
     * @throws DatabaseAwayException if the database is away, or the application has not started yet
     */
    @Override
    public <T> T call(Supplier<T> work) {
        return new OutageAwareTransaction(this::begun).call(work);
    }

    private <T> T begun(Supplier<T> work) {
        NewTransaction bean = starter;
        if (bean == null) {
            throw new DatabaseAwayException("the application starts", null);
        }
        return OngoingWork.current()
                .run(() -> bean.call(() -> transacted.outcomeOf(work)))
                .get();
    }
}
