package io.gatehouse.domain.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a server's pool may keep for good: where the database closed it in the meantime, the next
 * transaction gets a new one underneath. The pools of the servers cannot be told, by annotation and for every server
 * alike, to test what they hand out.
 *
 * <p>Only between transactions is a connection replaced; one that breaks inside a transaction fails that transaction.
 * As with any connection, one thread at a time uses it.
 */
final class LastingConnection implements InvocationHandler {

    private static final long TESTED_AFTER_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int TEST_TIMEOUT_SECONDS = 2;

    private final DataSource source;
    private Connection physical;
    private boolean autoCommit;
    private @Nullable Integer isolation;
    private boolean betweenTransactions = true;
    private boolean closed;
    private long lastUse = System.nanoTime();

    private LastingConnection(DataSource source, Connection physical) throws SQLException {
        this.source = source;
        this.physical = physical;
        this.autoCommit = physical.getAutoCommit();
    }

    static Connection open(DataSource source) throws SQLException {
        LastingConnection handler = new LastingConnection(source, source.getConnection());
        return (Connection) Proxy.newProxyInstance(
                LastingConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "isClosed" -> closed;
            case "isValid" -> isValid();
            case "close", "abort" -> end(method, arguments);
            case "commit", "rollback" -> endTransaction(method, arguments);
            case "setAutoCommit", "setTransactionIsolation" -> set(method, arguments);
            default -> {
                beforeUse();
                betweenTransactions = autoCommit;
                yield pass(method, arguments);
            }
        };
    }

    private boolean isValid() {
        try {
            beforeUse();
            boolean valid = !closed && physical.isValid(TEST_TIMEOUT_SECONDS);
            if (!valid) {
                physical.close();
            }
            return valid;
        } catch (SQLException e) {
            return false;
        }
    }

    private @Nullable Object end(Method method, Object @Nullable [] arguments) throws Throwable {
        closed = true;
        return pass(method, arguments);
    }

    private @Nullable Object endTransaction(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return pass(method, arguments);
        } finally {
            betweenTransactions = autoCommit || arguments == null;
        }
    }

    private @Nullable Object set(Method method, Object @Nullable [] arguments) throws Throwable {
        beforeUse();
        Object result = pass(method, arguments);
        if (arguments != null && arguments[0] instanceof Boolean commits) {
            autoCommit = commits;
            betweenTransactions = true;
        } else if (arguments != null) {
            isolation = (Integer) arguments[0];
        }
        return result;
    }

    private void beforeUse() throws SQLException {
        if (closed || !betweenTransactions) {
            return;
        }
        long now = System.nanoTime();
        boolean tested = now - lastUse > TESTED_AFTER_NANOS;
        if (physical.isClosed() || (tested && !physical.isValid(TEST_TIMEOUT_SECONDS))) {
            physical.close();
            physical = renewed();
        }
        lastUse = now;
    }

    private Connection renewed() throws SQLException {
        Connection fresh = source.getConnection();
        if (isolation != null) {
            fresh.setTransactionIsolation(isolation);
        }
        fresh.setAutoCommit(autoCommit);
        return fresh;
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(physical, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
