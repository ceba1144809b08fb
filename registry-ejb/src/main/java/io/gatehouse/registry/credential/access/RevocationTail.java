package io.gatehouse.registry.credential.access;

import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.database.DatabaseFaults;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.registry.credential.revocation.RevocationLog;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Evicts tokens that other nodes revoke, by reading new revocations five times a second. If the last successful read
 * began more than 0.9 seconds ago, for whatever reason, no cached token may be trusted.
 */
@ApplicationScoped
public class RevocationTail {

    static final Duration INTERVAL = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(RevocationTail.class.getName());

    /** Lower than every number, so that the first read is never taken for a complete list. */
    private static final long NOTHING_READ = -1;

    private RevocationLog log;
    private TokenCache cache;

    @Resource
    ManagedThreadFactory threads;

    private long position = NOTHING_READ;
    private boolean failing;
    private @Nullable ScheduledExecutorService executor;
    private @Nullable Future<?> schedule;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RevocationTail() {}

    @Inject
    public RevocationTail(RevocationLog log, TokenCache cache) {
        this.log = log;
        this.cache = cache;
    }

    /**
     * Starts reading on a separate thread: in a shared pool a read could be delayed by other work when it matters most.
     */
    synchronized void start(@Observes DatabaseOpened opened) {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(threads);
            schedule = executor.scheduleWithFixedDelay(this::tryRead, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** While the database is away, this call triggers the check whether it is back, so that reading resumes at once. */
    private void tryRead() {
        if (!DatabaseAvailability.current().isThere()) {
            return;
        }
        try {
            read();
            if (failing) {
                LOG.info("Revocations of other nodes can be read again");
            }
            failing = false;
        } catch (RuntimeException e) { // an exception that escapes would cancel the schedule
            if (DatabaseFaults.ofCommit(e) instanceof DatabaseAwayException away) {
                LOG.log(Level.FINE, "Revocations cannot be read; no cached token is trusted", away);
                return;
            }
            // A single failed read has no effect yet; and while the application ends, the beans may be gone already.
            if (!failing && !cache.isCurrent()) {
                LOG.log(
                        Level.WARNING,
                        "Revocations cannot be read; until they can, every token is looked up in the database",
                        e);
                failing = true;
            }
        }
    }

    /**
     * Reads once. Trust counts from before the query, because its answer may lack what was committed after it began.
     */
    void read() {
        long askedAt = cache.time();
        RevocationLog.News news = log.after(position);
        if (news.complete()) {
            cache.evict(news.tokenIds());
        } else {
            cache.evictAll();
        }
        position = news.last();
        cache.appliedAll(askedAt);
    }

    @PreDestroy
    synchronized void stop() {
        if (executor != null && schedule != null) {
            schedule.cancel(true);
            executor.shutdownNow();
        }
    }
}
