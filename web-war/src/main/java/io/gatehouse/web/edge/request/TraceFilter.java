package io.gatehouse.web.edge.request;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemJson;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses TRACE, which would echo the request including credentials and headers that a proxy added (RFC 9110 section
 * 9.3.8). Payara Server answers TRACE unless its listener is configured otherwise.
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
