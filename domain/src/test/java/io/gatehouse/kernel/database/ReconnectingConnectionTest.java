package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.config.DatabaseSettings;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A pooled connection works again after the database went away and came back. */
class ReconnectingConnectionTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh(Engine.POSTGRESQL);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aConnectionThatTheDatabaseClosedIsReplacedBeforeTheNextTransaction() throws SQLException {
        try (Connection lasting = ReconnectingConnection.open(unpooled())) {
            terminate(backendOf(lasting));
            assertThatThrownBy(() -> backendOf(lasting)).isInstanceOf(SQLException.class);

            assertThat(backendOf(lasting)).isPositive();
        }
    }

    @Test
    void aBrokenConnectionFailsOneTransactionAndKeepsItsMode() throws SQLException {
        try (Connection lasting = ReconnectingConnection.open(unpooled())) {
            lasting.setAutoCommit(false);
            terminate(backendOf(lasting));
            assertThatThrownBy(() -> backendOf(lasting)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> backendOf(lasting)).isInstanceOf(SQLException.class);
            lasting.rollback(); // the database has already rolled back

            assertThat(backendOf(lasting)).isPositive();
            assertThat(lasting.getAutoCommit()).isFalse();
            lasting.rollback();
        }
    }

    @Test
    void isValidFailsOnceAndThenReconnects() throws SQLException {
        try (Connection lasting = ReconnectingConnection.open(unpooled())) {
            terminate(backendOf(lasting));

            assertThat(lasting.isValid(1)).isFalse();
            assertThat(lasting.isValid(1)).isTrue();
        }
    }

    @Test
    void noConnectionIsOpenedBeforeTheFirstUse() throws SQLException {
        DataSource unreachable = PhysicalDataSources.of(
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "postgres", null, false));
        try (Connection lasting = ReconnectingConnection.open(unreachable)) {
            lasting.setAutoCommit(false);
            lasting.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            lasting.clearWarnings();
            lasting.rollback();

            assertThat(lasting.getAutoCommit()).isFalse();
            assertThat(lasting.isReadOnly()).isFalse();
            assertThat(lasting.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThatThrownBy(lasting::createStatement).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aConnectionIsTestedAfterAFailure() throws SQLException {
        DatabaseAvailability database = new DatabaseAvailability(System::nanoTime, Logger.getAnonymousLogger());
        try (Connection lasting = ReconnectingConnection.open(unpooled(), database)) {
            lasting.setAutoCommit(false);
            terminate(backendOf(lasting));
            lasting.rollback();

            database.checkAfterFailure();

            assertThat(backendOf(lasting)).isPositive();
            assertThat(lasting.getAutoCommit()).isFalse();
            lasting.rollback();
        }
    }

    @Test
    void aCommitDuringAnOutageFailsAndTriggersACheck() throws SQLException {
        DatabaseAvailability database = new DatabaseAvailability(System::nanoTime, Logger.getAnonymousLogger());
        try (Connection lasting = ReconnectingConnection.open(unpooled(), database)) {
            lasting.setAutoCommit(false);
            terminate(backendOf(lasting));
            long before = database.failures();

            assertThatThrownBy(lasting::commit).isInstanceOf(SQLException.class);

            assertThat(database.failures()).isGreaterThan(before);
            assertThat(backendOf(lasting)).isPositive();
            lasting.rollback();
        }
    }

    @Test
    void aClosedConnectionStaysClosed() throws SQLException {
        Connection lasting = ReconnectingConnection.open(unpooled());
        lasting.close();

        assertThat(lasting.isClosed()).isTrue();
        assertThat(lasting.isValid(1)).isFalse();
        assertThatThrownBy(lasting::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    @Timeout(20)
    void aHangingStatementTimesOutAndTheNextTransactionReconnects() throws SQLException {
        try (Connection lasting = ReconnectingConnection.open(PhysicalDataSources.of(settings("socketTimeout=1")))) {
            assertThatThrownBy(() -> number(lasting, "select count(*) from pg_sleep(60)"))
                    .isInstanceOf(SQLException.class);

            assertThat(backendOf(lasting)).isPositive();
        }
    }

    @Test
    void onlyMigrationsHaveNoTimeout() throws SQLException {
        DatabaseSettings settings = settings("ApplicationName=test");
        assertThat(((PGSimpleDataSource) PhysicalDataSources.of(settings)).getSocketTimeout())
                .isEqualTo(60);
        assertThat(((PGSimpleDataSource) PhysicalDataSources.withoutTimeout(settings)).getSocketTimeout())
                .isZero();
    }

    private static DataSource unpooled() throws SQLException {
        return PhysicalDataSources.of(settings("ApplicationName=test"));
    }

    private static DatabaseSettings settings(String parameter) throws SQLException {
        try (Connection pooled = DATABASE.dataSource().getConnection()) {
            String url = pooled.getMetaData().getURL();
            String more = (url.contains("?") ? "&" : "?") + parameter;
            return new DatabaseSettings(url + more, "postgres", null, false);
        }
    }

    private static int backendOf(Connection connection) throws SQLException {
        return number(connection, "select pg_backend_pid()");
    }

    private static void terminate(int backend) throws SQLException {
        try (Connection other = DATABASE.dataSource().getConnection()) {
            number(other, "select case when pg_terminate_backend(" + backend + ", 5000) then 1 else 0 end");
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
