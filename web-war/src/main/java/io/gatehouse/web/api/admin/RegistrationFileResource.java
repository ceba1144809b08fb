package io.gatehouse.web.api.admin;

import io.gatehouse.kernel.config.MatrixRegistration;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The application service registration for the homeserver. It holds both tokens, so only administrators of the
 * deployment get it.
 */
@ApplicationScoped
@Path("/api/admin/matrix/registration.yaml")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class RegistrationFileResource {

    private static final String YAML = "application/yaml";

    @Inject
    Settings settings;

    @GET
    @Produces(YAML)
    @Operation(
            summary = "The registration file of this application service, for the homeserver",
            description = "Holds the as_token and the hs_token. For administrators of the deployment only.")
    @APIResponse(
            responseCode = "200",
            description = "The file (RFC 9512)",
            content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "not_found: no homeserver is configured")
    public Response file() {
        return settings.matrix()
                .map(matrix -> Response.ok(MatrixRegistration.of(matrix), YAML)
                        .header("Content-Disposition", "attachment; filename=\"registration.yaml\"")
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "No homeserver is configured: set gatehouse.matrix.homeserver-url.")
                        .toResponse());
    }
}
