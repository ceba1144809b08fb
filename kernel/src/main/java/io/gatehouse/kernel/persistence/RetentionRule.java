package io.gatehouse.kernel.persistence;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the rows of a table once they are older than a retention period.
 *
 * @param rows the rows, and the column that says how old they are
 * @param kept the retention period, counted from that column
 * @param cleared assignments that clear a part of the row, after which it is no longer among {@code rows}; null to delete
 *     the row
 */
public record RetentionRule(
        ExpiredRows rows, Duration kept, @Nullable String cleared) {

    public static RetentionRule delete(ExpiredRows rows, Duration kept) {
        return new RetentionRule(rows, kept, null);
    }

    /** For rows whose column holds the time at which they expire. */
    public static RetentionRule deleteAfter(ExpiredRows rows) {
        return delete(rows, Duration.ZERO);
    }

    public static RetentionRule clear(ExpiredRows rows, String assignments, Duration kept) {
        return new RetentionRule(rows, kept, assignments);
    }

    /** The log line for a failure, without its reason. */
    public String failure() {
        return "Expired rows of " + rows.table() + " could not be " + (cleared == null ? "deleted" : "cleared");
    }

    int apply(EntityManager entities, Instant now, int limit) {
        Instant time = now.minus(kept);
        return cleared == null ? rows.delete(entities, time, limit) : rows.change(entities, cleared, time, limit);
    }
}
