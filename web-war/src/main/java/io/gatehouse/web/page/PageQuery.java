package io.gatehouse.web.page;

import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. */
public class PageQuery {

    private static final int MAX_CURSOR = 512;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most, 1 to 200; 50 if it is not given",
            schema = @Schema(implementation = Integer.class))
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the page before ended, as its nextCursor said")
    @Nullable String cursor;

    /** @throws ProblemException if a parameter cannot be meant */
    public PageRequest toRequest() {
        String after = cursor;
        if (after != null && after.length() > MAX_CURSOR) {
            throw invalid("cursor", "is none that a page ended with");
        }
        String count = limit;
        if (count == null) {
            return new PageRequest(PageRequest.DEFAULT_LIMIT, after);
        }
        try {
            return new PageRequest(Integer.parseInt(count), after);
        } catch (IllegalArgumentException e) {
            throw invalid("limit", "must be a number from 1 to " + PageRequest.MAX_LIMIT);
        }
    }

    private static ProblemException invalid(String parameter, String why) {
        return new ProblemException(new Problem(
                ProblemType.INVALID_PARAMETER, "The query parameter " + parameter + " " + why + ".", List.of(), null));
    }
}
