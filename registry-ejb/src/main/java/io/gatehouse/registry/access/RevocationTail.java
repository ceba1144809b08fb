package io.gatehouse.registry.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.database.DatabaseFaults;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.registry.revocation.RevocationLog;
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
 * Has this node forget the tokens that other nodes end, by asking for new revocations several times a second. When the
 * last answer is older than a second, whatever the reason, nothing that is remembered may be trusted.
 */
@ApplicationScoped
public class RevocationTail {

    static final Duration INTERVAL = Duration.ofMillis(200);

    /** A little less than the second within which a revocation must be seen. */
    static final Duration TRUSTED = Duration.ofMillis(900);

    private static final Logger LOG = Logger.getLogger(RevocationTail.class.getName());

    /** No number is lower, so the first reading is never taken for the whole story. */
    private static final long NOTHING_READ = -1;

    private RevocationLog log;
    private TokenCache memory;
    private Ticker ticker;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean begun;
    private volatile long trustedUntil;
    private long position = NOTHING_READ;
    private boolean failing;
    private @Nullable ScheduledExecutorService executor;
    private @Nullable Future<?> readings;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RevocationTail() {}

    @Inject
    public RevocationTail(RevocationLog log, TokenCache memory) {
        this(log, memory, Ticker.systemTicker());
    }

    RevocationTail(RevocationLog log, TokenCache memory, Ticker ticker) {
        this.log = log;
        this.memory = memory;
        this.ticker = ticker;
    }

    /** Whether this node has seen all revocations but those of the last second. Asked for every call, so it must be cheap. */
    boolean isCurrent() {
        return begun && trustedUntil - ticker.read() > 0;
    }

    /** On a thread of its own: in a pool it would wait for others when it matters most. */
    synchronized void start(@Observes DatabaseOpened opened) {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(threads);
            readings = executor.scheduleWithFixedDelay(this::tryRead, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** While the database is away this is who has it asked whether it is back, so that the readings go on at once. */
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
        } catch (RuntimeException e) { // an exception that got out would end the readings for good
            if (DatabaseFaults.ofCommit(e) instanceof DatabaseAwayException away) {
                LOG.log(Level.FINE, "Revocations cannot be read; nothing that is remembered is trusted", away);
                return;
            }
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Revocations cannot be read; until they can, the database is asked for every token",
                        e);
            }
            failing = true;
        }
    }

    /** One reading. Trust counts from before the question: what is committed after it may not be in the answer. */
    void read() {
        long asked = ticker.read();
        RevocationLog.News news = log.after(position);
        if (news.whole()) {
            memory.forget(news.tokenIds());
        } else {
            memory.forgetAll();
        }
        position = news.last();
        trustedUntil = asked + TRUSTED.toNanos();
        begun = true;
    }

    @PreDestroy
    synchronized void stop() {
        if (executor != null && readings != null) {
            readings.cancel(true);
            executor.shutdownNow();
        }
    }
}
