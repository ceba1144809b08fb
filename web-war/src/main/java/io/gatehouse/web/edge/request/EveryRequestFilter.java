package io.gatehouse.web.edge.request;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemJson;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses NUL in the URL, which no path or parameter needs and databases fail on. Wraps forms as {@link FormRequest}
 * and responses as {@link QuietResponse}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class EveryRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String NUL = "%00";
    private static final Problem NUL_IN_ADDRESS =
            Problem.of(ProblemType.BAD_REQUEST, "NUL is no character of an address.");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse quiet = new QuietResponse(response);
        if (hasNul(request.getRequestURI()) || hasNul(request.getQueryString())) {
            ProblemJson.answer(request, quiet, NUL_IN_ADDRESS);
            return;
        }
        try {
            chain.doFilter(FormRequest.isForm(request) ? new FormRequest(request) : request, quiet);
        } catch (ServletException | RuntimeException fault) { // the server read the body before JAX-RS started
            Problem told = ProblemException.in(fault);
            if (told == null) {
                throw fault;
            }
            ProblemJson.answer(request, quiet, told);
        }
    }

    private static boolean hasNul(@Nullable String raw) {
        return raw != null && raw.contains(NUL);
    }
}
