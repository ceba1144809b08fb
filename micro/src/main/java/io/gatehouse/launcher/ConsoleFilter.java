package io.gatehouse.launcher;

import java.util.List;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What a person at the terminal wants to read: what Gatehouse says, and the server's warnings, but for those about its
 * pool and its persistence provider, which repeat at length what Gatehouse said in a line. All is in the file.
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
