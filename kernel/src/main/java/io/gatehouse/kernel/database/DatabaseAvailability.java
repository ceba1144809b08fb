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
 * Whether this node's database answers: the one place that knows, and that logs a line when it goes and a line when it
 * is back. While it is away nothing else of this node asks the database, so that no pool, provider or container has a
 * failure to log: requests are refused at the beans' boundary, and timers and workers rest.
 *
 * <p>A failed connection makes it doubt, and ask over a connection of its own; one that broke alone is no outage. While
 * the database is away, those who come back again and again ({@link #isThere()}) have it asked anew.
 *
 * <p>One for each deployed application, and no bean: the data source, which the server makes by itself, must find it.
 */
public final class DatabaseAvailability {

    private static final DatabaseAvailability CURRENT =
            new DatabaseAvailability(System::nanoTime, Logger.getLogger(DatabaseAvailability.class.getName()));

    private static final long ASKED_EVERY = Duration.ofMillis(500).toNanos();
    private static final int PATIENCE_SECONDS = 2;

    private final LongSupplier nanos;
    private final Logger log;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong doubts = new AtomicLong();
    private volatile @Nullable DataSource probe;
    private volatile @Nullable Outage outage;
    private volatile boolean stopped;
    private long lastAsked;

    private record Outage(long since, String why) {}

    DatabaseAvailability(LongSupplier nanos, Logger log) {
        this.nanos = nanos;
        this.log = log;
        this.lastAsked = nanos.getAsLong();
    }

    /** That of this node. */
    public static DatabaseAvailability current() {
        return CURRENT;
    }

    /** @param source opens a connection per call, and does not wait long for it */
    void watch(DataSource source) {
        probe = source;
        stopped = false;
    }

    /** From here on nothing asks the database, and nobody is told: the application ends. */
    public void stop() {
        stopped = true;
    }

    /** Asks nobody, so it may be called for every request. */
    public boolean isAway() {
        return stopped || outage != null;
    }

    /** Why the database is away; empty if it is there. */
    public Optional<String> why() {
        Outage present = outage;
        return present == null ? Optional.empty() : Optional.of(present.why());
    }

    /** @throws DatabaseAwayException if the database is away */
    public void require() {
        if (isAway()) {
            throw new DatabaseAwayException("the database is away", null);
        }
    }

    /** For those who come back: while the database is away they have it asked anew, twice a second at most. */
    public boolean isThere() {
        if (!stopped && outage != null && nanos.getAsLong() - lastAsked >= ASKED_EVERY && asking.tryLock()) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
        return !isAway();
    }

    /** After a connection failed: asks the database itself, and returns when it is known whether it is away. */
    public void doubt() {
        doubts.incrementAndGet();
        if (isAway()) {
            return;
        }
        asking.lock();
        try {
            if (!isAway()) {
                ask();
            }
        } finally {
            asking.unlock();
        }
    }

    /** Grows whenever a connection failed: one that is older than that is tested before it is used. */
    long doubts() {
        return doubts.get();
    }

    private void ask() {
        DataSource source = probe;
        if (source == null) {
            return;
        }
        String why = fault(source);
        Outage before = outage;
        lastAsked = nanos.getAsLong();
        if (stopped) {
            return;
        }
        if (why != null && before == null) {
            outage = new Outage(lastAsked, why);
            log.log(Level.WARNING, "The database is away: {0}. Until it is back, requests are answered with 503", why);
        } else if (why == null && before != null) {
            outage = null;
            long seconds = Duration.ofNanos(lastAsked - before.since()).toSeconds();
            log.log(Level.INFO, "The database is back, after {0} s", seconds);
        }
    }

    private static @Nullable String fault(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) ? null : "it does not answer";
        } catch (SQLException e) {
            return Outages.reason(e);
        }
    }
}
