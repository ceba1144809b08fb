package io.gatehouse.web.edge.rate;

import io.gatehouse.kernel.rate.Buckets;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;

/** Refuses a caller with an empty bucket: 429. */
class RateLimitFilter implements ContainerRequestFilter {

    private final Buckets buckets;

    RateLimitFilter(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        Duration wait = caller == null ? null : buckets.take(caller.id());
        if (wait != null) {
            request.abortWith(Problem.of(ProblemType.RATE_LIMITED, "This was done too often; wait before the next.")
                    .toResponse(wait));
        }
    }
}
