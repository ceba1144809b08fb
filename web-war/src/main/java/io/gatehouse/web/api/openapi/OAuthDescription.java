package io.gatehouse.web.api.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What applies to every OAuth operation: errors in the format of RFC 6749. */
final class OAuthDescription {

    private static final String PREFIX = "/oauth2/";
    private static final String ERROR = "OAuthError";

    private static final Map<String, String> COMMON = new TreeMap<>(Map.of(
            "401", "invalid_client without a token, else invalid_token; WWW-Authenticate says which",
            "500", "server_error",
            "503", "temporarily_unavailable; Retry-After says for how long"));

    private static final Map<String, String> FORM = new TreeMap<>(
            Map.of("413", "invalid_request: the body is too large", "415", "invalid_request: the body is no form"));

    private static final Map<String, String> AUTHENTICATED =
            new TreeMap<>(Map.of("403", "unauthorized_client: the credentials do not allow this call"));

    private OAuthDescription() {}

    static boolean isOf(String path) {
        return path.startsWith(PREFIX);
    }

    static void describe(String path, PathItem.HttpMethod method, Operation operation, String scheme) {
        COMMON.forEach((status, description) -> add(operation, status, description));
        if (method == PathItem.HttpMethod.POST) {
            FORM.forEach((status, description) -> add(operation, status, description));
        }
        if (path.equals("/oauth2/introspect") || path.equals("/oauth2/revoke")) {
            AUTHENTICATED.forEach((status, description) -> add(operation, status, description));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(scheme));
        }
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    "application/json",
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref(ERROR))));
            operation.getResponses().addAPIResponse(status, response);
        }
    }
}
