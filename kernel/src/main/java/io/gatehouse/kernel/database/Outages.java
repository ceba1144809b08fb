package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Distinguishes faults of the database connection from faults of a statement. */
public final class Outages {

    private static final int MAX_CAUSES = 20;

    private Outages() {}

    /** Whether a broken or unavailable connection caused the fault. */
    public static boolean isBehind(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof DatabaseAwayException
                    || (cause instanceof SQLException sql && isConnectionFault(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * SQLSTATE 08: connection exceptions; 57P: the server shuts down or starts up; 53: insufficient resources, such as
     * too many connections.
     */
    private static boolean isConnectionFault(SQLException fault) {
        String state = fault.getSQLState();
        return fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")));
    }

    /** Returns the first line of the innermost cause's message. */
    static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString());
        return message.lines().findFirst().orElse("").strip();
    }
}
