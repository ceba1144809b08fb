package io.gatehouse.registry.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Asks again where that may help, lets a homeserver rest that fails half of the time, and keeps one that hangs from
 * taking every thread. Each figure can be set otherwise by the keys of MicroProfile Fault Tolerance.
 */
@ApplicationScoped
class FaultTolerantLine {

    @Inject
    HomeserverHttp http;

    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 100,
            retryOn = HomeserverOutageException.class,
            abortOn = HomeserverSlowException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5_000, // in the default unit: Payara reads none else
            failOn = HomeserverOutageException.class)
    @Bulkhead(50)
    MatrixReply exchange(MatrixRequest request) {
        return http.exchange(request);
    }
}
