package io.gatehouse.kernel.transaction;

import io.gatehouse.kernel.fault.DatabaseBusyException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Transactions that are tried again where the database says that another one was in the way: deadlocks, serialization
 * failures, lock timeouts, and unique rows that appeared in between. After the last try a caller is told to come back
 * ({@link DatabaseBusyException}); a unique row that is always there is a fault of ours.
 *
 * <p>No bean: each half of the application begins its transactions in its own way.
 */
public class RetriedTransactions {

    private static final Logger LOG = Logger.getLogger(RetriedTransactions.class.getName());
    private static final int TRIES = 4;

    private final NewTransaction transaction;

    public RetriedTransactions(NewTransaction transaction) {
        this.transaction = transaction;
    }

    public <T> T call(Supplier<T> work) {
        return retried(() -> transaction.call(work));
    }

    /** The same for work that is one statement, which the database commits by itself: outside of transactions. */
    public <T> T callAlone(Supplier<T> statement) {
        return retried(statement);
    }

    private static <T> T retried(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!LostRaces.mayBeBehind(e)) {
                    throw e;
                }
                if (left == 0) {
                    throw LostRaces.areBehind(e) ? new DatabaseBusyException(e) : e;
                }
                LOG.log(Level.FINE, "Another transaction was first; trying again.", e);
            }
        }
    }
}
