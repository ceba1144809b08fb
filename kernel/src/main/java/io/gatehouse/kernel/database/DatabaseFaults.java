package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.LostRaceException;
import io.gatehouse.kernel.transaction.LostRaces;
import jakarta.ejb.EJBException;
import jakarta.transaction.TransactionalException;
import java.util.function.Supplier;

/** What is expected of a database now and then: that it is away, and that another transaction was first. */
public final class DatabaseFaults {

    private DatabaseFaults() {}

    /**
     * Does not begin while the database is away.
     *
     * @throws DatabaseAwayException if it is, or goes
     * @throws LostRaceException if another transaction was in the way
     */
    public static <T> T told(Supplier<T> work) {
        DatabaseAvailability.current().require();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw named(e);
        }
    }

    /**
     * The fault with which the container ended a transaction, seen from outside: {@link DatabaseAwayException} if the commit
     * met the outage, of which a container tells no more than that it failed.
     */
    public static RuntimeException ofCommit(RuntimeException fault) {
        DatabaseAvailability database = DatabaseAvailability.current();
        boolean unexplained = fault instanceof EJBException || fault instanceof TransactionalException;
        return unexplained && database.isAway()
                ? new DatabaseAwayException(database.why().orElse("the application ends"), fault)
                : fault;
    }

    /** The same fault, under a name that no container logs if it is an expected one. */
    static RuntimeException named(RuntimeException fault) {
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
        DatabaseAvailability.current().doubt();
        return new DatabaseAwayException(Outages.reason(fault), fault);
    }
}
