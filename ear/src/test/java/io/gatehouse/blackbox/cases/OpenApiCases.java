package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The served OpenAPI document describes every operation. */
public interface OpenApiCases extends Cases {

    /** Always 404: there are no room aliases of ours. */
    String NEVER_FOUND = "GET /_matrix/app/v1/rooms/{roomAlias}";

    List<String> CALLS = List.of(
            "POST /api/install/token",
            "POST /api/install",
            "GET /api/install/manifest/{slug}",
            "GET /install/{slug}",
            "GET /install/{slug}/state",
            "POST /install/{slug}/phone",
            "GET /session",
            "GET /session/sign-in",
            "POST /session/sign-out",
            "GET /api/me",
            "GET /api/me/identities",
            "GET /api/me/identities/{id}",
            "DELETE /api/me/identities/{id}",
            "GET /api/me/agents",
            "GET /api/me/agents/{id}",
            "DELETE /api/me/agents/{id}",
            "POST /api/me/agents/{id}/resync",
            "POST /api/chat/messages",
            "GET /api/chat/route",
            "GET /api/chat/replies",
            "GET /api/webhooks/whatsapp/{connectionId}",
            "POST /api/webhooks/whatsapp/{connectionId}",
            "POST /api/webhooks/telegram/{connectionId}",
            "POST /api/webhooks/slack/{connectionId}",
            "POST /bridge/v1/agents",
            "POST /bridge/v1/agents/revoke",
            "GET /bridge/v1/agents",
            "PUT /bridge/v1/hosts/{host}/bindings",
            "POST /bridge/v1/hosts/{host}/heartbeat",
            "POST /bridge/v1/messages",
            "GET /bridge/v1/messages",
            "POST /bridge/v1/typing",
            "PUT /_matrix/app/v1/transactions/{txnId}",
            "GET /_matrix/app/v1/users/{userId}",
            NEVER_FOUND,
            "POST /_matrix/app/v1/ping",
            "POST /oauth2/introspect",
            "POST /oauth2/revoke",
            "POST /oauth2/token",
            "GET /oauth2/jwks",
            "GET /.well-known/oauth-authorization-server",
            "POST /api/admin/hosts",
            "GET /api/admin/hosts",
            "GET /api/admin/hosts/{id}",
            "POST /api/admin/hosts/{id}/tokens",
            "GET /api/admin/hosts/{id}/tokens",
            "POST /api/admin/hosts/{id}/tokens/{tokenId}/rotate",
            "DELETE /api/admin/hosts/{id}/tokens/{tokenId}",
            "POST /api/admin/hosts/{id}/signing-keys",
            "GET /api/admin/hosts/{id}/signing-keys",
            "DELETE /api/admin/hosts/{id}/signing-keys/{keyId}",
            "GET /api/admin/agents",
            "GET /api/admin/agents/{id}",
            "PUT /api/admin/agents/{id}/serving-agent",
            "DELETE /api/admin/agents/{id}/serving-agent",
            "GET /api/admin/agents/{id}/tokens",
            "POST /api/admin/agents/{id}/tokens/rotate",
            "DELETE /api/admin/agents/{id}/tokens",
            "DELETE /api/admin/agents/{id}/tokens/{tokenId}",
            "POST /api/admin/connections",
            "GET /api/admin/connections",
            "GET /api/admin/connections/{id}",
            "PATCH /api/admin/connections/{id}",
            "DELETE /api/admin/connections/{id}",
            "POST /api/admin/connections/{id}/check",
            "GET /api/admin/dead-letters",
            "POST /api/admin/dead-letters/{id}/send",
            "DELETE /api/admin/dead-letters/{id}",
            "GET /api/admin/audit",
            "GET /api/admin/audit/verify",
            "GET /api/admin/matrix/registration.yaml",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /health/started",
            "GET /metrics");

    @Test
    @DisplayName("every operation is described, with its purpose, its answer and its errors")
    default void everyOperationIsDescribed() {
        JsonObject paths = document().getJsonObject("paths");
        for (String call : CALLS) {
            JsonObject operation = operation(paths, call);
            assertThat(operation.getString("summary", "")).as(call).isNotEmpty();
            JsonObject responses = operation.getJsonObject("responses");
            assertThat(responses.keySet()).as(call).anyMatch(OpenApiCases::isError);
            if (!call.equals(NEVER_FOUND)) {
                assertThat(responses.keySet()).as(call).anyMatch(status -> !isError(status));
            }
            responses.forEach((status, response) -> {
                assertThat(response.asJsonObject().getString("description", ""))
                        .as("%s: %s", call, status)
                        .isNotEmpty();
                if (isError(status)) {
                    assertThat(response.asJsonObject().containsKey("content"))
                            .as("%s: the body of %s", call, status)
                            .isTrue();
                }
            });
        }
    }

    @Test
    @DisplayName("errors are described with their schema: problems, and Matrix and OAuth errors on their paths")
    default void errorsAreDescribedWithTheirSchemas() {
        JsonObject document = document();
        assertThat(document.getJsonObject("components").getJsonObject("schemas").keySet())
                .contains("Problem", "MatrixError", "OAuthError");
        Map<String, String> schemas = Map.of(
                "POST /api/install", "Problem",
                "POST /api/webhooks/slack/{connectionId}", "Problem",
                "PUT /_matrix/app/v1/transactions/{txnId}", "MatrixError",
                "POST /oauth2/introspect", "OAuthError");
        schemas.forEach((call, schema) -> assertThat(operation(document.getJsonObject("paths"), call)
                        .getJsonObject("responses")
                        .getJsonObject("413")
                        .getJsonObject("content")
                        .toString())
                .as(call)
                .contains("#/components/schemas/" + schema));
    }

    private JsonObject document() {
        return gatehouse().anyone().get("/openapi").expecting(200).json();
    }

    private static JsonObject operation(JsonObject paths, String call) {
        String[] methodAndPath = call.split(" ", 2);
        assertThat(paths.keySet()).as(call).contains(methodAndPath[1]);
        JsonObject item = paths.getJsonObject(methodAndPath[1]);
        String method = methodAndPath[0].toLowerCase(Locale.ROOT);
        assertThat(item.keySet()).as(call).contains(method);
        return item.getJsonObject(method);
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }
}
