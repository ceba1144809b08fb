package io.gatehouse.kernel.transaction;

import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.ejb.ApplicationException;

/**
 * Another transaction was first. What this one did goes, and the next try sees what the other one made: it answers with
 * a refusal before anything is spent. Where nobody tries again, it is as a database that is busy.
 */
@ApplicationException(rollback = true)
public final class LostRaceException extends DatabaseBusyException {

    private static final long serialVersionUID = 1L;

    public LostRaceException(String what) {
        super(what, null);
    }

    public LostRaceException(String what, Throwable cause) {
        super(what, cause);
    }
}
