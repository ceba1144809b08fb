package io.gatehouse.contract.health;

/** Whether the database is there, migrated, and answers. */
public interface DatabaseReadiness {

    /** Asks the database, for at most two seconds. After a start against a broken database, it also tries anew. */
    Readiness check();
}
