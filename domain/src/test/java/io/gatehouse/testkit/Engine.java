package io.gatehouse.testkit;

/** A database that Gatehouse runs on. */
public enum Engine {
    H2,
    POSTGRESQL
}
