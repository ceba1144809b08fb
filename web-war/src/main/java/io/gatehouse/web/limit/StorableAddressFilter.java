package io.gatehouse.web.limit;

import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses addresses with NUL in them: no id, name or word here holds it, and PostgreSQL fails a query that asks for one.
 * Halves of characters cannot come by an address, as what is no UTF-8 is replaced when it is decoded.
 */
@Provider
@PreMatching
@Priority(110)
public class StorableAddressFilter implements ContainerRequestFilter {

    private static final String NUL = "%00";

    /** There a name that no host can have is answered as one that no host has. */
    private static final String JUDGED = "bridge/v1/agents";

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        if (!address.getPath().endsWith(JUDGED)
                && address.getRequestUri().toString().contains(NUL)) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_PARAMETER, "The address has a NUL in it (" + NUL + ")."));
        }
    }
}
