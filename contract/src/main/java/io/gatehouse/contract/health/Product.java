package io.gatehouse.contract.health;

/** Describes the running product for its log line. */
public interface Product {

    /**
     * Returns version, mode and database, such as {@code Gatehouse 1.2.3 (production) with PostgreSQL 16.1}. Queries
     * the database.
     */
    String describe();
}
