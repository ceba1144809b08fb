package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.LostRaceException;
import io.gatehouse.kernel.transaction.LostRaces;
import jakarta.ejb.EJBException;
import jakarta.transaction.TransactionalException;
import java.util.function.Supplier;

/** Translates the expected faults of a database: it is unavailable, or another transaction won. */
public final class DatabaseFaults {

    private DatabaseFaults() {}

    /**
     * Runs the work, unless the database is unavailable.
     *
     * @throws DatabaseAwayException if the database is or becomes unavailable
     * @throws LostRaceException if the work conflicted with another transaction
     */
    public static <T> T told(Supplier<T> work) {
        DatabaseAvailability.current().require();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /**
     * Returns the fault to report for a commit that failed: {@link DatabaseAwayException} if the commit met an outage,
     * because the container's own exception does not tell the cause.
     */
    public static RuntimeException ofCommit(RuntimeException fault) {
        DatabaseAvailability database = DatabaseAvailability.current();
        boolean unexplained = fault instanceof EJBException || fault instanceof TransactionalException;
        return unexplained && database.isAway()
                ? new DatabaseAwayException(database.why().orElse("the application ends"), fault)
                : fault;
    }

    /** Translates expected faults into exceptions that no container logs; returns others as they are. */
    static RuntimeException translated(RuntimeException fault) {
        if (fault instanceof DatabaseAwayException
                || fault instanceof DatabaseBusyException
                || fault instanceof LostRaceException) {
            return fault;
        }
        if (LostRaces.areBehind(fault)) {
            return new LostRaceException("another transaction was in the way", fault);
        }
        if (!Outages.isBehind(fault)) {
            return fault;
        }
        DatabaseAvailability.current().checkAfterFailure();
        return new DatabaseAwayException(Outages.reason(fault), fault);
    }
}
