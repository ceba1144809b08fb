package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tracks whether the database answers this node. Logs one line when it becomes unavailable and one when it is back.
 * While it is unavailable, nothing else on this node calls it, so that no pool, provider or container logs failures:
 * requests are refused before they reach a bean, and timers and workers pause.
 *
 * <p>A failed connection triggers a check over a separate connection; a single broken connection is not an outage.
 * While the database is unavailable, callers of {@link #isThere()} trigger further checks.
 *
 * <p>One instance per deployed application, and not a bean: the data source, which the server creates, must find it.
 */
public final class DatabaseAvailability {

    private static final DatabaseAvailability CURRENT =
            new DatabaseAvailability(System::nanoTime, Logger.getLogger(DatabaseAvailability.class.getName()));

    private static final long CHECK_INTERVAL_NANOS = Duration.ofMillis(500).toNanos();
    private static final int CHECK_TIMEOUT_SECONDS = 2;

    private final LongSupplier nanos;
    private final Logger log;
    private final ReentrantLock checking = new ReentrantLock();
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable DataSource probe;
    private volatile @Nullable Outage outage;
    private volatile boolean stopped;
    private long lastCheck;

    private record Outage(long since, String why) {}

    DatabaseAvailability(LongSupplier nanos, Logger log) {
        this.nanos = nanos;
        this.log = log;
        this.lastCheck = nanos.getAsLong();
    }

    /** Returns the instance of this node. */
    public static DatabaseAvailability current() {
        return CURRENT;
    }

    /** @param source opens a new connection per call, with a short timeout */
    void watch(DataSource source) {
        probe = source;
        stopped = false;
    }

    /** Stops all checks and log lines, because the application ends. */
    public void stop() {
        stopped = true;
    }

    /** Returns the known state without a check, so it is cheap enough for every request. */
    public boolean isAway() {
        return stopped || outage != null;
    }

    /** Returns why the database is unavailable; empty if it is available. */
    public Optional<String> why() {
        Outage present = outage;
        return present == null ? Optional.empty() : Optional.of(present.why());
    }

    /** @throws DatabaseAwayException if the database is unavailable */
    public void require() {
        if (isAway()) {
            throw new DatabaseAwayException("the database is away", null);
        }
    }

    /**
     * Returns whether the database is available; if it was not, checks again, at most twice a second. For timers and
     * other repeated callers.
     */
    public boolean isThere() {
        if (!stopped && outage != null && nanos.getAsLong() - lastCheck >= CHECK_INTERVAL_NANOS && checking.tryLock()) {
            try {
                check();
            } finally {
                checking.unlock();
            }
        }
        return !isAway();
    }

    /** Checks the database after a connection failed. Blocks until it is known whether the database is available. */
    public void checkAfterFailure() {
        failures.incrementAndGet();
        if (isAway()) {
            return;
        }
        checking.lock();
        try {
            if (!isAway()) {
                check();
            }
        } finally {
            checking.unlock();
        }
    }

    /** Counts failed connections. A connection that is older than the last failure is tested before it is used. */
    long failures() {
        return failures.get();
    }

    private void check() {
        DataSource source = probe;
        if (source == null) {
            return;
        }
        String why = fault(source);
        Outage before = outage;
        lastCheck = nanos.getAsLong();
        if (stopped) {
            return;
        }
        if (why != null && before == null) {
            outage = new Outage(lastCheck, why);
            log.log(Level.WARNING, "The database is away: {0}. Until it is back, requests are answered with 503", why);
        } else if (why == null && before != null) {
            outage = null;
            long seconds = Duration.ofNanos(lastCheck - before.since()).toSeconds();
            log.log(Level.INFO, "The database is back, after {0} s", seconds);
        }
    }

    private static @Nullable String fault(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(CHECK_TIMEOUT_SECONDS) ? null : "it does not answer";
        } catch (SQLException e) {
            return Outages.reason(e);
        }
    }
}
