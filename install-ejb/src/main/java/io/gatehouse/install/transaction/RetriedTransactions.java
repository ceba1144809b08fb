package io.gatehouse.install.transaction;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that are tried again where the database says that another one was in the way: deadlocks, serialization
 * failures, lock timeouts, and unique rows that appeared in between.
 */
@Dependent
public class RetriedTransactions {

    private static final Logger LOG = Logger.getLogger(RetriedTransactions.class.getName());
    private static final int TRIES = 4;

    /**
     * 40001 and 40P01: serialization failure and deadlock. 55P03 and HYT00: lock not available, on PostgreSQL and H2.
     * 90131: concurrent update of one row on H2. 23505: unique violation.
     */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03", "HYT00", "90131", "23505");

    private final NewTransaction transaction;

    @Inject
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
            } catch (LostRaceException e) {
                rethrowAtTheEnd(e, left);
            } catch (EJBException | PersistenceException e) {
                if (!isLostRace(e)) {
                    throw e;
                }
                rethrowAtTheEnd(e, left);
            }
        }
    }

    private static void rethrowAtTheEnd(RuntimeException e, int left) {
        if (left == 0) {
            throw e;
        }
        LOG.log(Level.FINE, "Another transaction was first; trying again.", e);
    }

    private static boolean isLostRace(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OptimisticLockException || t instanceof LostRaceException) {
                return true;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null && LOST_RACES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
