package io.gatehouse.launcher;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** What a person at the terminal wants to read: what Gatehouse says, and the server's warnings. All is in the file. */
public final class ConsoleFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = record.getLoggerName();
        return record.getLevel().intValue() >= Level.WARNING.intValue()
                || (logger != null && logger.startsWith("io.gatehouse"));
    }
}
