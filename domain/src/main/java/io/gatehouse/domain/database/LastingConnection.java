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
 */
final class LastingConnection implements InvocationHandler {

    private static final long TESTED_AFTER_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int TEST_TIMEOUT_SECONDS = 2;

    private final DataSource source;
    private Connection physical;
    private boolean autoCommit;
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
        switch (method.getName()) {
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "isClosed" -> {
                return closed;
            }
            case "close", "abort" -> closed = true;
            default -> {
                if (autoCommit && !closed) {
                    renewIfBroken();
                }
            }
        }
        Object result = pass(method, arguments);
        if (method.getName().equals("setAutoCommit") && arguments != null) {
            autoCommit = (boolean) arguments[0];
        }
        return result;
    }

    private void renewIfBroken() throws SQLException {
        long now = System.nanoTime();
        boolean works =
                now - lastUse < TESTED_AFTER_NANOS ? !physical.isClosed() : physical.isValid(TEST_TIMEOUT_SECONDS);
        if (!works) {
            physical.close();
            physical = source.getConnection();
        }
        lastUse = now;
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(physical, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
