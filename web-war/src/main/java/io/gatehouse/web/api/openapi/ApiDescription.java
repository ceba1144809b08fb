package io.gatehouse.web.api.openapi;

import io.gatehouse.web.edge.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the served OpenAPI document what applies to every operation: the common problems, the idempotency key of
 * mutating operations, and the credentials. Registered by {@code mp.openapi.filter}.
 */
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";
    private static final String SIGNATURE = "signature";

    /** Answers that any operation under {@code /api} may give besides its own. */
    private static final Map<String, String> COMMON = new TreeMap<>(Map.of(
            "400", "invalid_body, invalid_parameter or bad_request",
            "401",
                    "credentials_required, invalid_token, invalid_signature or invalid_request; WWW-Authenticate"
                            + " and Accept-Signature say how to call",
            "403", "forbidden: the credentials do not allow this call",
            "429", "rate_limited; Retry-After says for how long",
            "500", "internal; the incident is in the log",
            "503", "unavailable or keys_unavailable; Retry-After says for how long"));

    private static final Map<String, String> MUTATING = new TreeMap<>(Map.of(
            "409", "idempotency_key_in_flight, or a conflict",
            "413", "body_too_large",
            "415", "unsupported_media_type",
            "422", "idempotency_key_reused"));

    /** Answers that any webhook delivery may get. */
    private static final Map<String, String> WEBHOOK = new TreeMap<>(Map.of(
            "400", "bad_request: genuine, and no JSON object",
            "403", "webhook_not_genuine",
            "404", "not_found: no such connection, or it is off",
            "413", "body_too_large: over 1 MiB",
            "500", "internal; the incident is in the log",
            "503", "unavailable; Retry-After says for how long"));

    /** For operations that need no credentials. */
    private static final Map<String, String> WITHOUT_CREDENTIALS = Map.of(
            "401", "invalid_token, invalid_signature or invalid_request: none are needed, and bad ones are refused");

    /**
     * The paths with {@link io.gatehouse.web.edge.paging.PageQuery}: Payara does not describe the fields of a bean parameter.
     */
    private static final Set<String> PAGED_PATHS = Set.of(
            "/api/me/identities",
            "/api/me/agents",
            "/bridge/v1/agents",
            "/api/admin/hosts",
            "/api/admin/hosts/{id}/tokens",
            "/api/admin/hosts/{id}/signing-keys",
            "/api/admin/agents",
            "/api/admin/agents/{id}/tokens",
            "/api/admin/audit",
            "/api/admin/connections",
            "/api/admin/dead-letters");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Gatehouse")
                .version("0.1.0")
                .description("Where AI agents get their identity, their keys and their users."));
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSchema(PROBLEM, problem());
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A MicroProfile JWT, or a host or agent token"));
        components.addSecurityScheme(
                SIGNATURE,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("Signature")
                        .description(
                                "A host's HTTP message signature (RFC 9421) by hmac-sha256 over @method, @target-uri and"
                                        + " content-digest, with created, keyid and nonce; Signature-Input beside it"));
        MatrixDescription.addTo(components);
        document.setComponents(components);
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            MatrixDescription.hideLegacy(document.getPaths());
            ServletDescription.addTo(document.getPaths());
            document.getPaths().getPathItems().forEach(ApiDescription::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        if (MatrixDescription.isOf(path)) {
            item.getOperations().forEach((method, operation) -> MatrixDescription.describe(operation));
            return;
        }
        if (OAuthDescription.isOf(path)) {
            item.getOperations()
                    .forEach((method, operation) -> OAuthDescription.describe(path, method, operation, BEARER));
            return;
        }
        item.getOperations().forEach((method, operation) -> {
            boolean mutating = method != PathItem.HttpMethod.GET;
            // Webhooks are authenticated by the platform's proof, not by a token.
            boolean webhook = path.startsWith("/api/webhooks/");
            boolean api = (path.startsWith("/api/") && !webhook) || path.startsWith("/bridge/");
            if (webhook && mutating) {
                addAll(operation, WEBHOOK);
            }
            if (!api) {
                addAll(operation, WITHOUT_CREDENTIALS);
            }
            if (api) {
                addAll(operation, COMMON);
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(BEARER));
                if (path.startsWith("/bridge/") || path.startsWith("/api/chat/")) {
                    operation.addSecurityRequirement(
                            OASFactory.createSecurityRequirement().addScheme(SIGNATURE));
                }
            }
            if (api && mutating) {
                addAll(operation, MUTATING);
                operation.addParameter(OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .description("1 to 255 visible ASCII characters; the same key and body give the first answer")
                        .schema(text()));
            }
            if (PAGED_PATHS.contains(path) && !mutating) {
                operation.addParameter(query("limit", "How many items at most, 1 to 200; 50 if it is not given"));
                operation.addParameter(
                        query("cursor", "Where the page before ended, as its nextCursor, or next_cursor, said"));
            }
            markProblems(operation);
        });
    }

    private static Parameter query(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(text());
    }

    private static void addAll(Operation operation, Map<String, String> answers) {
        APIResponses responses = operation.getResponses();
        answers.forEach((status, description) -> {
            if (responses.getAPIResponse(status) == null) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
    }

    /** Marks every 4xx and 5xx without a content of its own as a problem. */
    private static void markProblems(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if ((status.startsWith("4") || status.startsWith("5")) && isBare(response)) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
            }
        });
    }

    private static boolean isBare(APIResponse response) {
        return response.getContent() == null
                || response.getContent().getMediaTypes() == null
                || response.getContent().getMediaTypes().values().stream().allMatch(type -> type.getSchema() == null);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("An error (RFC 9457)")
                .required(List.of("type", "title", "status", "detail", "instance"))
                .addProperty("type", text().description("urn:gatehouse:problem:<code>"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().description("The HTTP status"))
                .addProperty("detail", text())
                .addProperty("instance", text().description("The path that was asked for"))
                .addProperty("errors", OASFactory.createSchema().description("Faults of a body: pointer and message"))
                .addProperty("incident", text().description("Of a 500: what to look for in the log"));
    }

    private static Schema text() {
        return OASFactory.createSchema();
    }
}
