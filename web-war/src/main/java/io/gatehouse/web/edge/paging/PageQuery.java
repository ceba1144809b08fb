package io.gatehouse.web.edge.paging;

import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. {@code ApiDescription} describes them in OpenAPI: Payara does not on a bean. */
public class PageQuery {

    private static final int MAX_CURSOR = 512;

    @QueryParam("limit")
    @Nullable String limit;

    @QueryParam("cursor")
    @Nullable String cursor;

    /** @throws ProblemException if a parameter is invalid */
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
