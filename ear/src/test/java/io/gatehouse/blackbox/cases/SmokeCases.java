package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What ships starts, is healthy, and refuses as the contract says. */
public interface SmokeCases extends Cases {

    @Test
    @DisplayName("it is live, started and ready, by the application's own checks")
    default void itIsLiveStartedAndReady() {
        for (String check : new String[] {"live", "started", "ready"}) {
            Answer answer = gatehouse().anyone().get("/health/" + check).expecting(200);
            assertThat(answer.json().getString("status")).as(answer.toString()).isEqualTo("UP");
        }
    }

    @Test
    @DisplayName("an unknown path is a problem")
    default void anUnknownPathIsAProblem() {
        gatehouse().anyone().get("/nowhere").expectingProblem(404, "not_found");
        gatehouse().anyone().get("/api/nowhere").expectingProblem(404, "not_found");
    }

    @Test
    @DisplayName("TRACE, which would echo a caller's headers, is refused")
    default void traceIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gatehouse().baseUri().resolve("/health/live"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("X-Marker", "sent-back")
                                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("sent-back");
    }

    @Test
    @DisplayName("a caller without a credential is challenged for a bearer token, without an error")
    default void aCallerWithoutACredentialIsAskedForABearerToken() {
        Answer answer = gatehouse().anyone().get("/api/me").expectingProblem(401, "credentials_required");
        assertThat(answer.header("WWW-Authenticate"))
                .as(answer.toString())
                .startsWith("Bearer")
                .doesNotContain("error=");
    }

    @Test
    @DisplayName("an unknown token is invalid")
    default void anUnknownTokenIsInvalid() {
        Answer answer = gatehouse().bearing("no.jwt.atall").get("/api/me").expectingProblem(401, "invalid_token");
        assertThat(answer.header("WWW-Authenticate")).as(answer.toString()).contains("error=\"invalid_token\"");
    }

    @Test
    @DisplayName("a development user is accepted")
    default void aDevelopmentUserIsAccepted() {
        gatehouse().signedIn("alice").get("/api/me").expecting(200);
    }

    @Test
    @DisplayName("the OpenAPI document is served, and is ours")
    default void theOpenApiDocumentIsServed() {
        Answer answer = gatehouse().anyone().get("/openapi").expecting(200);
        assertThat(answer.text()).contains("/api/install/token");
    }
}
