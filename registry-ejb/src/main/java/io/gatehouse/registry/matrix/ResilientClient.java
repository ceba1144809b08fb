package io.gatehouse.registry.matrix;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Asks again where that may help, lets a homeserver rest that fails half of the time, and keeps one that hangs from
 * taking every thread. By a library, and not by the server's own fault tolerance: ADR 88.
 */
@ApplicationScoped
class ResilientClient {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final Duration JITTER = Duration.ofMillis(100);
    private static final int FAILED = 5;
    private static final int OF_THE_LAST = 10;

    private HomeserverHttp http;

    private FailsafeExecutor<MatrixReply> patience;

    /** Of our own: the bulkhead of Failsafe 3.3.2 loses a place for each call that it turned away. */
    private Semaphore places;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ResilientClient() {}

    @Inject
    ResilientClient(HomeserverHttp http, Settings settings) {
        this.http = http;
        MatrixSettings matrix =
                settings.matrix().orElseThrow(() -> new ConfigurationException("no homeserver is configured"));
        RetryPolicy<MatrixReply> retry = RetryPolicy.<MatrixReply>builder()
                .handle(HomeserverOutageException.class)
                .abortOn(HomeserverSlowException.class)
                .withMaxRetries(matrix.retries())
                .withDelay(BETWEEN_TRIES)
                .withJitter(JITTER)
                .build();
        CircuitBreaker<MatrixReply> breaker = CircuitBreaker.<MatrixReply>builder()
                .handle(HomeserverOutageException.class)
                .withFailureThreshold(FAILED, OF_THE_LAST)
                .withDelay(matrix.rest())
                .withSuccessThreshold(1)
                .build();
        this.patience = Failsafe.with(retry, breaker);
        this.places = new Semaphore(matrix.callsAtOnce());
    }

    /**
     * @return also that as many wait for it as may
     * @throws HomeserverOutageException if no homeserver's answer came, however often it was asked
     * @throws CircuitBreakerOpenException if it was not asked, because it is to rest
     * @throws FailsafeException if the caller was interrupted between two tries
     */
    MatrixReply exchange(MatrixRequest request) {
        if (!places.tryAcquire()) {
            return new Unavailable(HomeserverOutageException.REST, "as many calls as may are waiting for it");
        }
        try {
            return patience.get(() -> http.exchange(request));
        } finally {
            places.release();
        }
    }
}
