package io.gatehouse.web.request;

import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemJson;
import io.gatehouse.web.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses TRACE, by which a server sends back what it got, credentials and what a proxy added among it (RFC 9110 section
 * 9.3.8). Some servers refuse it themselves; Payara Server answers it unless its listener is told otherwise.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TraceFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Problem REFUSED = Problem.of(ProblemType.METHOD_NOT_ALLOWED, "TRACE is not allowed.");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("TRACE")) {
            ProblemJson.answer(request, response, REFUSED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
