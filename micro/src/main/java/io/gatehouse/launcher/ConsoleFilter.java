package io.gatehouse.launcher;

import java.util.List;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Filters what the terminal shows: Gatehouse's own lines and the server's warnings, except those about its pool and its
 * persistence provider, which repeat at length what Gatehouse logs in one line. The log file contains everything.
 */
public final class ConsoleFilter implements Filter {

    private static final List<String> REPEATING =
            List.of("org.eclipse.persistence", "javax.enterprise.resource", "javax.enterprise.system.core");

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = Objects.requireNonNullElse(record.getLoggerName(), "");
        return logger.startsWith("io.gatehouse")
                || (record.getLevel().intValue() >= Level.WARNING.intValue()
                        && REPEATING.stream().noneMatch(logger::startsWith));
    }
}
