package io.gatehouse.web.api.metrics;

import io.gatehouse.contract.metric.Metric;
import io.gatehouse.contract.metric.Metrics;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /metrics}: the application's metrics in Prometheus' text format 0.0.4, on every server. A servlet with
 * exactly this path, because Payara maps one to everything below it, which would take precedence over JAX-RS.
 */
@WebServlet(MetricsServlet.PATH)
public class MetricsServlet extends HttpServlet {

    static final String PATH = "/metrics";

    private static final long serialVersionUID = 1;

    @Inject
    @Any
    @SuppressWarnings("serial") // servlets are not serialized
    transient Instance<Metrics> parts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Metrics part : parts) {
            for (Metric metric : part.read()) {
                Exposition.write(text, metric);
            }
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
