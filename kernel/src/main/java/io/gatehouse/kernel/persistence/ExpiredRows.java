package io.gatehouse.kernel.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The rows of a table that a time has made old. Whoever lets go of them does so for a limited number at a time, the oldest
 * first: a statement over all of a large backlog would take longer than the database is waited for, and come to nothing.
 *
 * <p>The condition stands inside and outside of the choice. A row that changes while the statement waits for it is held
 * against the outer one only; and H2, which finds no row by a key of several columns among those chosen, then reads no
 * more than what is old.
 *
 * @param table its name, which is the code's own as all names here
 * @param key the columns of its primary key, with commas between
 * @param age the column to order by, for which there must be an index
 * @param condition what makes a row old at the time {@code ?1}
 */
public record ExpiredRows(String table, String key, String age, String condition) {

    /** Old are those whose age is before the time. */
    public ExpiredRows(String table, String key, String age) {
        this(table, key, age, age + " < ?1");
    }

    /** Of those, only the ones for which that holds too. */
    public ExpiredRows and(String another) {
        return new ExpiredRows(table, key, age, condition + " and " + another);
    }

    /** How many went; fewer than the limit when none is left. */
    public int delete(EntityManager entities, Instant time, int limit) {
        return execute(entities, "delete from " + table, time, limit);
    }

    /** How many were changed, which must make them old no more; fewer than the limit when none is left. */
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
