package io.gatehouse.web.edge.conditional;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditional requests for resources with an entity tag but without a date (RFC 9110 section 13), the same
 * way on every server: JAX-RS implementations fail on malformed headers, and compare differently.
 * {@code If-Modified-Since} and {@code If-Unmodified-Since} do not apply to a resource without a date (sections 13.1.3
 * and 13.1.4), and ranges are not served (section 14.2), so these headers are ignored.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * The answer to a GET or HEAD that needs no body (304); null if the body must be sent.
     *
     * @param tag the body's strong entity tag
     * @throws ProblemException 412 if {@code If-Match} does not name the tag
     */
    public static Response.@Nullable ResponseBuilder unchanged(HttpHeaders headers, EntityTag tag) {
        TagList wanted = TagList.of(headers.getRequestHeader(HttpHeaders.IF_MATCH));
        if (wanted != null && !wanted.namesStrongly(tag.getValue())) {
            throw new ProblemException(
                    Problem.of(ProblemType.PRECONDITION_FAILED, "If-Match does not name the tag that this has now."));
        }
        TagList known = TagList.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        return known != null && known.namesWeakly(tag.getValue()) ? Response.notModified() : null;
    }
}
