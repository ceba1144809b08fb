package io.gatehouse.web.api.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What applies to every operation for the homeserver: its credential, and Matrix errors. */
final class MatrixDescription {

    private static final String PREFIX = "/_matrix/";
    private static final String ERROR = "MatrixError";
    private static final String HOMESERVER = "homeserver";

    private static final Map<String, String> COMMON = new TreeMap<>(Map.of(
            "401", "M_MISSING_TOKEN: there is no Authorization header",
            "403", "M_FORBIDDEN: it is not the hs_token, or access_token in the query is another",
            "404", "M_UNRECOGNIZED: no homeserver is configured",
            "405", "M_UNRECOGNIZED: another method is meant",
            "413", "M_TOO_LARGE: the body is over its limit",
            "500", "M_UNKNOWN: nothing was taken; try again",
            "503", "M_UNKNOWN: the database does not answer; try again"));

    private MatrixDescription() {}

    static boolean isOf(String path) {
        return path.startsWith(PREFIX);
    }

    /** Hides the legacy paths, which duplicate the others. */
    static void hideLegacy(Paths paths) {
        for (String path : new String[] {"/transactions/{txnId}", "/users/{userId}", "/rooms/{roomAlias}"}) {
            paths.removePathItem(path);
        }
    }

    static void addTo(Components components) {
        components.addSchema(
                ERROR,
                OASFactory.createSchema()
                        .description("An error, as in the Matrix client-server API")
                        .addProperty("errcode", text().description("As in M_FORBIDDEN"))
                        .addProperty("error", text().description("For a person")));
        components.addSecurityScheme(
                HOMESERVER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The hs_token of the registration file"));
    }

    static void describe(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(HOMESERVER));
        COMMON.forEach((status, description) -> {
            APIResponse present = operation.getResponses().getAPIResponse(status);
            if (present == null) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            } else {
                present.setDescription(present.getDescription() + "; " + description);
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ERROR))));
            }
        });
    }

    private static Schema text() {
        return OASFactory.createSchema();
    }
}
