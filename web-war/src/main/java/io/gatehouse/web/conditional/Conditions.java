package io.gatehouse.web.conditional;

import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Answers conditional requests for what has a tag and no date (RFC 9110 section 13), the same on every server: JAX-RS
 * implementations fail where a header is malformed, and differ in how they compare. {@code If-Modified-Since} and {@code
 * If-Unmodified-Since} say nothing about a resource without a date (sections 13.1.3 and 13.1.4), and ranges are not served
 * (section 14.2), so these headers are passed over.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * The answer to a GET or HEAD in place of a body that the client has; null where the body is to be sent.
     *
     * @param tag of the body, strong
     * @throws ProblemException 412, if the client wants another body only
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
