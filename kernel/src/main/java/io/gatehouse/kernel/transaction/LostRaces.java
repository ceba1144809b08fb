package io.gatehouse.kernel.transaction;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells that another transaction was in the way from every other fault. */
public final class LostRaces {

    private static final int DEEPEST_CAUSE = 20;

    /**
     * 40001 and 40P01: serialization failure and deadlock. 55P03 and HYT00: lock not available, on PostgreSQL and H2.
     * 90131: concurrent update of one row on H2.
     */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** A row that appeared in between, or one that will be there the next time too. */
    private static final String UNIQUE_VIOLATION = "23505";

    private LostRaces() {}

    /** Whether another transaction was in the way for certain. */
    public static boolean areBehind(Throwable fault) {
        return isBehind(fault, false);
    }

    /** Whether it may be worth another try. */
    static boolean mayBeBehind(Throwable fault) {
        return isBehind(fault, true);
    }

    private static boolean isBehind(Throwable fault, boolean unique) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof LostRaceException
                    || (cause instanceof SQLException sql && isOne(sql, unique))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(SQLException fault, boolean unique) {
        String state = fault.getSQLState();
        return state != null && (STATES.contains(state) || (unique && state.equals(UNIQUE_VIOLATION)));
    }
}
