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
 * A connection to no database: it answers which product and version it is, and refuses every statement with the reason why
 * the database could not be opened. Hibernate, which WildFly starts before any bean, drops the exception of a connection
 * that it does not get, and fails by "Unable to determine Dialect"; with this one it starts, and {@link
 * DeploymentCheck} then fails the deployment with the reason.
 *
 * <p>What it answers comes from an empty database in memory, of its own, which closes with it.
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
            case "toString" -> "a connection that is refused: " + reason.getMessage();
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
