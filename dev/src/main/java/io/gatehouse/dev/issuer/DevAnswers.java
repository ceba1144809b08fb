package io.gatehouse.dev.issuer;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers of the development issuer in the forms that OAuth prescribes. */
final class DevAnswers {

    private DevAnswers() {}

    static Response off() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no development issuer in production mode.")
                .toResponse();
    }

    /** RFC 6749 section 5.1. */
    static Response token(String token, @Nullable String idToken, Duration lifetime, @Nullable String scope) {
        JsonObjectBuilder answer = JsonObjects.builder()
                .add("access_token", token)
                .add("token_type", "Bearer")
                .add("expires_in", lifetime.toSeconds());
        if (idToken != null) {
            answer.add("id_token", idToken);
        }
        if (scope != null) {
            answer.add("scope", scope);
        }
        return Response.ok(answer.build().toString(), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** RFC 6749 section 5.2. */
    static Response oauthError(String error, String description) {
        JsonObject body = JsonObjects.builder()
                .add("error", error)
                .add("error_description", description)
                .build();
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(body.toString())
                .build();
    }
}
