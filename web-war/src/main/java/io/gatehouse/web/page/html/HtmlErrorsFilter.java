package io.gatehouse.web.page.html;

import io.gatehouse.web.edge.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Set;

/** Renders a problem as a page in the reader's language; for a 500 with the incident id to quote in a report. */
@Provider
@HtmlErrors
@ApplicationScoped
public class HtmlErrorsFilter implements ContainerResponseFilter {

    /** The statuses that have texts of their own. */
    private static final Set<Integer> STATUSES_WITH_TEXTS = Set.of(401, 403, 404, 413, 429, 503);

    @Inject
    Pages pages;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!(answer.getEntity() instanceof Problem problem)) {
            return;
        }
        Response page = page(problem, back(request));
        answer.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        page.getHeaders().forEach((name, values) -> headers.putSingle(name, values.get(0)));
    }

    private Response page(Problem problem, String back) {
        Texts texts = pages.texts();
        String key = "problem_" + (STATUSES_WITH_TEXTS.contains(problem.status()) ? problem.status() : "other");
        String incident = problem.incident();
        String text = incident == null ? texts.get(key + "_text") : texts.format("problem_incident", incident);
        return pages.message(
                        problem.status(),
                        new Pages.Message(
                                texts.get(key + "_title"), text, back, back.isEmpty() ? "" : texts.get("go_back")))
                .build();
    }

    /** The page with the form is at the parent of the path that the form posts to. */
    private static String back(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        int parent = path.lastIndexOf('/');
        return request.getMethod().equals(HttpMethod.GET) || parent <= 0 ? "" : path.substring(0, parent);
    }
}
