package io.gatehouse.domain.transaction;

import jakarta.ejb.ApplicationException;

/**
 * Another transaction was first. What this one did goes, and the next try sees what the other one made: it answers with
 * a refusal before anything is spent.
 */
@ApplicationException(rollback = true)
public final class LostRaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRaceException(String what) {
        super(what);
    }

    public LostRaceException(String what, Throwable cause) {
        super(what, cause);
    }
}
