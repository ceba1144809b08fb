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
 * Retries where that may help, stops calling a homeserver that fails half of the time, and limits the number of
 * concurrent calls, so that a homeserver that hangs cannot take every thread. Uses a library instead of the server's
 * fault tolerance (ADR 88).
 */
@ApplicationScoped
class ResilientClient {

    private static final Duration RETRY_DELAY = Duration.ofMillis(300);
    private static final Duration JITTER = Duration.ofMillis(100);
    private static final int FAILURE_THRESHOLD = 5;
    private static final int FAILURE_WINDOW = 10;

    private HomeserverHttp http;

    private FailsafeExecutor<MatrixReply> policies;

    /** Not the bulkhead of Failsafe 3.3.2, which loses a permit for each call that it rejects. */
    private Semaphore permits;

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
                .withDelay(RETRY_DELAY)
                .withJitter(JITTER)
                .build();
        CircuitBreaker<MatrixReply> breaker = CircuitBreaker.<MatrixReply>builder()
                .handle(HomeserverOutageException.class)
                .withFailureThreshold(FAILURE_THRESHOLD, FAILURE_WINDOW)
                .withDelay(matrix.rest())
                .withSuccessThreshold(1)
                .build();
        this.policies = Failsafe.with(retry, breaker);
        this.permits = new Semaphore(matrix.callsAtOnce());
    }

    /**
     * Calls the homeserver. Returns {@code Unavailable} if the maximum number of calls is waiting for it.
     *
     * @throws HomeserverOutageException if no answer of a homeserver arrived in any attempt
     * @throws CircuitBreakerOpenException if the circuit breaker is open
     * @throws FailsafeException if the caller was interrupted between two attempts
     */
    MatrixReply exchange(MatrixRequest request) {
        if (!permits.tryAcquire()) {
            return new Unavailable(HomeserverOutageException.RETRY_AFTER, "as many calls as may are waiting for it");
        }
        try {
            return policies.get(() -> http.exchange(request));
        } finally {
            permits.release();
        }
    }
}
