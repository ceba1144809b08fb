package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the faults of a connection to the database from those of what was asked over it. */
public final class Outages {

    private static final int DEEPEST_CAUSE = 20;

    private Outages() {}

    /** Whether a connection that broke, or could not be had, is behind it. */
    public static boolean isBehind(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof DatabaseAwayException || (cause instanceof SQLException sql && isOne(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** 08: connection exceptions; 57P: the server shuts down or starts up; 53: it has no room for one more. */
    private static boolean isOne(SQLException fault) {
        String state = fault.getSQLState();
        return fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")));
    }

    /** One line, of the innermost cause. */
    static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString());
        return message.lines().findFirst().orElse("").strip();
    }
}
