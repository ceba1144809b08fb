package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a database: it returns product name and version, and refuses every statement with the reason why
 * the database could not be opened. If Hibernate, which WildFly starts before any bean, gets an exception instead of a
 * connection, it drops it and fails with "Unable to determine Dialect". With this connection it starts, and {@link
 * DeploymentCheck} fails the deployment with the real reason.
 *
 * <p>The metadata comes from an empty in-memory database, which is closed with this connection.
 */
final class RefusedConnection implements InvocationHandler {

    private final Connection metadata;
    private final ConfigurationException reason;

    private RefusedConnection(Connection metadata, ConfigurationException reason) {
        this.metadata = metadata;
        this.reason = reason;
    }

    static Connection open(ConfigurationException reason) throws SQLException {
        JdbcDataSource empty = new JdbcDataSource();
        empty.setURL("jdbc:h2:mem:");
        RefusedConnection handler = new RefusedConnection(empty.getConnection(), reason);
        return (Connection) Proxy.newProxyInstance(
                RefusedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "refused connection: " + reason.getMessage();
            case "createStatement", "prepareStatement", "prepareCall" ->
                throw new SQLException(reason.getMessage(), reason);
            default -> pass(method, arguments);
        };
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(metadata, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
