package io.gatehouse.contract.health;

/** What runs: for the one line in the log that says so. */
public interface Product {

    /** Version, mode and database, as in {@code Gatehouse 1.2.3 (production) with PostgreSQL 16.1}. Asks the database. */
    String describe();
}
