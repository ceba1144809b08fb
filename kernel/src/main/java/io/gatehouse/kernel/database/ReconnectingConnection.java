package io.gatehouse.kernel.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a server's pool may keep forever: if the database closed it, the next transaction gets a new
 * physical connection. The servers offer no portable annotation that makes their pools test connections.
 *
 * <p>A connection is replaced only between transactions; one that breaks inside a transaction fails that transaction.
 * Not thread-safe, like any connection.
 */
final class ReconnectingConnection implements InvocationHandler {

    private static final long TEST_AFTER_IDLE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int TEST_TIMEOUT_SECONDS = 2;

    private final DataSource source;
    private final DatabaseAvailability database;
    private @Nullable Connection physical;
    private boolean autoCommit = true;
    private @Nullable Integer isolation;
    private boolean betweenTransactions = true;
    private boolean closed;
    private long lastUse = System.nanoTime();
    private long failures;

    private ReconnectingConnection(DataSource source, DatabaseAvailability database) {
        this.source = source;
        this.database = database;
        this.failures = database.failures();
    }

    static Connection open(DataSource source) {
        return open(source, DatabaseAvailability.current());
    }

    /** Opens no physical connection before the first use, so that a pool has no failure to log. */
    static Connection open(DataSource source, DatabaseAvailability database) {
        ReconnectingConnection handler = new ReconnectingConnection(source, database);
        return (Connection) Proxy.newProxyInstance(
                ReconnectingConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "reconnecting connection to " + source;
            case "isClosed" -> closed;
            case "isValid" -> isValid();
            case "close", "abort" -> end(method, arguments);
            case "commit", "rollback" -> endTransaction(method, arguments);
            case "setAutoCommit" -> setAutoCommit(method, arguments);
            case "setTransactionIsolation" -> setIsolation(method, arguments);
            case "getAutoCommit" -> autoCommit;
            case "getTransactionIsolation" -> physical == null ? (Object) isolationOrDefault() : use(method, arguments);
            case "isReadOnly" -> physical == null ? (Object) false : use(method, arguments);
            case "setClientInfo", "clearWarnings", "getWarnings" -> ifOpen(method, arguments);
            default -> use(method, arguments);
        };
    }

    private @Nullable Object use(Method method, Object @Nullable [] arguments) throws Throwable {
        Connection used = beforeUse();
        betweenTransactions = autoCommit;
        return pass(used, method, arguments);
    }

    private boolean isValid() {
        if (closed) {
            return false;
        }
        try {
            Connection tested = beforeUse();
            boolean valid = tested.isValid(TEST_TIMEOUT_SECONDS);
            if (!valid) {
                tested.close();
            }
            return valid;
        } catch (SQLException e) {
            return false;
        }
    }

    private @Nullable Object end(Method method, Object @Nullable [] arguments) throws Throwable {
        closed = true;
        return physical == null ? null : pass(physical, method, arguments);
    }

    /** If the connection is gone, the database has rolled back the transaction by itself. */
    private @Nullable Object endTransaction(Method method, Object @Nullable [] arguments) throws Throwable {
        boolean wholeTransaction = arguments == null;
        try {
            return physical == null || isGoneFor(physical, method, wholeTransaction)
                    ? null
                    : pass(physical, method, arguments);
        } catch (SQLException e) {
            if (!wholeTransaction || !Outages.isBehind(e)) {
                throw e;
            }
            physical.close();
            if (method.getName().equals("rollback")) {
                return null;
            }
            database.checkAfterFailure(); // here, because a container does not tell why a commit failed
            throw e;
        } finally {
            betweenTransactions = autoCommit || wholeTransaction;
        }
    }

    private static boolean isGoneFor(Connection connection, Method method, boolean wholeTransaction)
            throws SQLException {
        return wholeTransaction && method.getName().equals("rollback") && connection.isClosed();
    }

    private @Nullable Object setAutoCommit(Method method, Object @Nullable [] arguments) throws Throwable {
        requireOpen();
        Connection usable = usable();
        if (usable != null) {
            pass(usable, method, arguments);
        }
        autoCommit = arguments != null && (Boolean) arguments[0];
        betweenTransactions = true;
        return null;
    }

    /** The default of both databases, unless another level was set. */
    private int isolationOrDefault() {
        return isolation == null ? Connection.TRANSACTION_READ_COMMITTED : isolation;
    }

    private @Nullable Object setIsolation(Method method, Object @Nullable [] arguments) throws Throwable {
        requireOpen();
        Connection usable = usable();
        if (usable != null) {
            pass(usable, method, arguments);
        }
        isolation = arguments == null ? null : (Integer) arguments[0];
        return null;
    }

    /**
     * For calls that a pool makes when it lends or takes back a connection. Ignored if the physical connection is gone.
     */
    private @Nullable Object ifOpen(Method method, Object @Nullable [] arguments) throws Throwable {
        requireOpen();
        Connection usable = usable();
        return usable == null ? null : pass(usable, method, arguments);
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLNonTransientConnectionException("the connection is closed", "08003");
        }
    }

    /** Returns the physical connection; null if the next use opens or tests one. */
    private @Nullable Connection usable() throws SQLException {
        Connection present = physical;
        if (present == null || present.isClosed() || (betweenTransactions && failures != database.failures())) {
            return null;
        }
        return present;
    }

    private Connection beforeUse() throws SQLException {
        requireOpen();
        Connection present = physical;
        if (!betweenTransactions && present != null) {
            return present;
        }
        long now = System.nanoTime();
        long known = database.failures();
        boolean tested = known != failures || now - lastUse > TEST_AFTER_IDLE_NANOS;
        if (present == null || present.isClosed() || (tested && !present.isValid(TEST_TIMEOUT_SECONDS))) {
            if (present != null) {
                present.close();
            }
            present = reconnect();
            physical = present;
        } else if (known != failures) {
            prepare(present);
        }
        failures = known;
        lastUse = now;
        return present;
    }

    private Connection reconnect() throws SQLException {
        if (database.isAway()) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
        Connection fresh = source.getConnection();
        prepare(fresh);
        return fresh;
    }

    private void prepare(Connection connection) throws SQLException {
        if (isolation != null) {
            connection.setTransactionIsolation(isolation);
        }
        connection.setAutoCommit(autoCommit);
    }

    private static @Nullable Object pass(Connection physical, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(physical, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
