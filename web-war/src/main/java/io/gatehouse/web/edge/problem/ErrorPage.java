package io.gatehouse.web.edge.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Replaces the server's own error page for requests that fail before or outside JAX-RS. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    /** Repeated in {@code web.xml}: error pages can be declared nowhere else. */
    static final String PATH = "/-/error";

    private static final String RETRY_AFTER = "Retry-After";
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            ProblemJson.answer(request, response, Problem.of(ProblemType.NOT_FOUND, "Nothing is at this path."));
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        Problem problem = ProblemJson.answered(request);
        if (problem == null) {
            problem = found(request, status);
            if (status == 401) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
        }
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        if (problem.status() == 503 && !response.containsHeader(RETRY_AFTER)) {
            response.setHeader(RETRY_AFTER, String.valueOf(Faults.RETRY_AFTER.toSeconds()));
        }
        try {
            ProblemJson.answer(response, problem, path);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the client disconnected before the answer was sent", e);
        }
    }

    private static Problem found(HttpServletRequest request, int status) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            Problem told = ProblemException.in(fault);
            Problem outage = told == null ? Faults.outage(fault) : told;
            return outage == null ? Incidents.report(fault) : outage;
        }
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(type, type.title() + ".");
    }
}
