package io.gatehouse.kernel.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The rows of a table that are older than a given time. Each call changes a limited number of them, the oldest first: one
 * statement over a large backlog would exceed the database's timeout, and change nothing.
 *
 * <p>The condition is both inside and outside of the subquery. A row that changes while the statement waits for its lock
 * is checked against the outer one only; and H2, which finds no row by a key of several columns in a subquery, then reads
 * only rows that are old.
 *
 * @param table its name; like all names here, a constant of the code
 * @param key the columns of its primary key, separated by commas
 * @param age the column that says how old a row is; it must have an index
 * @param condition what makes a row old at the time {@code ?1}
 */
public record ExpiredRows(String table, String key, String age, String condition) {

    /** The rows whose {@code age} is before the time. */
    public ExpiredRows(String table, String key, String age) {
        this(table, key, age, age + " < ?1");
    }

    /** Those of these rows that satisfy another condition too. */
    public ExpiredRows and(String another) {
        return new ExpiredRows(table, key, age, condition + " and " + another);
    }

    /** Returns the number of rows deleted, which is below the limit if none are left. */
    public int delete(EntityManager entities, Instant time, int limit) {
        return execute(entities, "delete from " + table, time, limit);
    }

    /**
     * @param assignments must change the rows so that they no longer satisfy the condition
     * @return the number of rows changed, which is below the limit if none are left
     */
    public int change(EntityManager entities, String assignments, Instant time, int limit) {
        return execute(entities, "update " + table + " set " + assignments, time, limit);
    }

    private int execute(EntityManager entities, String verb, Instant time, int limit) {
        return entities.createNativeQuery(verb + " where " + condition + " and (" + key + ") in (select " + key
                        + " from " + table + " where " + condition + " order by " + age + " fetch first " + limit
                        + " rows only)")
                .setParameter(1, time.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
