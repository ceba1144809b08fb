package io.gatehouse.contract.health;

/** Whether the database is migrated and answers. */
public interface DatabaseReadiness {

    /**
     * Queries the database, for at most two seconds. After a start that failed for a broken database, it also tries to
     * open it again.
     */
    Readiness check();
}
