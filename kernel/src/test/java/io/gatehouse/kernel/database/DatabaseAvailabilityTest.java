package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseAvailabilityTest {

    private final List<String> lines = new ArrayList<>();
    private final Logger log = Logger.getAnonymousLogger();
    private long now;
    private boolean answers = true;
    private int checks;

    private final DatabaseAvailability database = new DatabaseAvailability(() -> now, log);

    DatabaseAvailabilityTest() {
        log.setUseParentHandlers(false);
        log.addHandler(new Lines());
        database.watch(source());
    }

    @Test
    void anOutageLogsTwoLinesHoweverManyCallersMeetIt() {
        answers = false;
        for (int i = 0; i < 100; i++) {
            database.checkAfterFailure();
            pass(Duration.ofSeconds(1));
            assertThat(database.isThere()).isFalse();
        }
        answers = true;
        pass(Duration.ofSeconds(1));

        assertThat(database.isThere()).isTrue();
        assertThat(lines)
                .containsExactly(
                        "The database is away: refused. Until it is back, requests are answered with 503",
                        "The database is back, after 101 s");
    }

    @Test
    void aSingleBrokenConnectionIsNoOutage() {
        database.checkAfterFailure();

        assertThat(checks).isEqualTo(1);
        assertThat(database.isAway()).isFalse();
        assertThat(lines).isEmpty();
    }

    @Test
    void duringAnOutageItIsCheckedAtMostTwiceASecond() {
        answers = false;
        database.checkAfterFailure();
        checks = 0;
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(10));
            database.isThere();
            database.checkAfterFailure();
        }

        assertThat(checks).isEqualTo(2);
    }

    @Test
    void requestsAreRefusedWithoutACheck() {
        assertThatCode(database::require).doesNotThrowAnyException();
        answers = false;
        database.checkAfterFailure();
        checks = 0;
        pass(Duration.ofMinutes(1));

        assertThatThrownBy(database::require).isInstanceOf(DatabaseAwayException.class);
        assertThat(checks).isZero();
    }

    @Test
    void nothingIsLoggedAfterTheApplicationStopped() {
        database.stop();
        answers = false;
        database.checkAfterFailure();
        pass(Duration.ofMinutes(1));

        assertThat(database.isThere()).isFalse();
        assertThat(lines).isEmpty();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    checks++;
                    if (!answers) {
                        throw new SQLException("refused", "08001");
                    }
                    return Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (connection, called, with) -> called.getName().equals("isValid") ? true : null);
                });
    }

    private final class Lines extends Handler {

        @Override
        public void publish(LogRecord message) {
            lines.add(new SimpleFormatter().formatMessage(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
