package io.gatehouse.web.edge.problem;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as JSON, inside and outside JAX-RS; on the homeserver's paths as Matrix errors, on OAuth paths as
 * OAuth errors.
 */
public final class ProblemJson {

    /**
     * The request attribute by which the error page finds the problem that was already answered, if the server invokes
     * it after all.
     */
    private static final String ANSWERED = ProblemJson.class.getName();

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private ProblemJson() {}

    /**
     * Answers a request that never reaches JAX-RS. The caller sets all headers but those of the content. Does not
     * commit the response: if an authentication mechanism refuses a request with an unread body, WildFly sends the
     * status as an error again, and would log a fault for a committed response.
     */
    public static void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        request.setAttribute(ANSWERED, problem);
        answer(response, problem, request.getRequestURI());
    }

    /** The problem already answered before the server invoked the error page; null if there is none. */
    static @Nullable Problem answered(HttpServletRequest request) {
        return (Problem) request.getAttribute(ANSWERED);
    }

    /** Answers a fault outside JAX-RS: 503 if the database is unreachable, otherwise 500 with an incident. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException fault)
            throws IOException {
        Problem outage = Faults.outage(fault);
        if (outage == null) {
            answer(request, response, Incidents.report(fault));
        } else {
            response.setHeader("Retry-After", String.valueOf(Faults.RETRY_AFTER.toSeconds()));
            answer(request, response, outage);
        }
    }

    static void answer(HttpServletResponse response, Problem problem, String instance) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(mediaType(instance));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, problem, instance);
        body.writeTo(response.getOutputStream());
    }

    static String mediaType(String instance) {
        return MatrixPaths.include(instance) || OAuthError.isOf(instance) ? "application/json" : Problem.MEDIA_TYPE;
    }

    static void write(OutputStream out, Problem problem, String instance) {
        if (MatrixPaths.include(instance)) {
            MatrixError error = MatrixError.of(problem);
            write(out, "errcode", error.errcode(), "error", error.error());
        } else if (OAuthError.isOf(instance)) {
            OAuthError error = OAuthError.of(problem);
            write(out, "error", error.error(), "error_description", error.description());
        } else {
            writeProblem(out, problem, instance);
        }
    }

    private static void writeProblem(OutputStream out, Problem problem, String instance) {
        try (JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8)) {
            json.writeStartObject()
                    .write("type", problem.type().uri())
                    .write("title", problem.type().title())
                    .write("status", problem.status())
                    .write("detail", problem.detail())
                    .write("instance", instance);
            if (!problem.errors().isEmpty()) {
                json.writeStartArray("errors");
                for (Problem.Fault fault : problem.errors()) {
                    json.writeStartObject()
                            .write("pointer", fault.pointer())
                            .write("message", fault.message())
                            .writeEnd();
                }
                json.writeEnd();
            }
            String incident = problem.incident();
            if (incident != null) {
                json.write("incident", incident);
            }
            json.writeEnd();
        }
    }

    private static void write(OutputStream out, String codeName, String code, String textName, String text) {
        try (JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8)) {
            json.writeStartObject().write(codeName, code).write(textName, text).writeEnd();
        }
    }
}
