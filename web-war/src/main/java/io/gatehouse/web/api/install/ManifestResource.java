package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.Manifest;
import io.gatehouse.contract.install.Manifests;
import io.gatehouse.web.edge.conditional.Conditions;
import io.gatehouse.web.edge.json.ContentTag;
import io.gatehouse.web.edge.json.JsonText;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public description of a template. */
@ApplicationScoped
@Path("/api/install/manifest/{slug}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Install")
public class ManifestResource {

    @Inject
    Manifests manifests;

    @GET
    @Operation(summary = "The public description of a template")
    @APIResponse(
            responseCode = "200",
            description = "The manifest, with an ETag",
            content = @Content(schema = @Schema(implementation = ManifestAnswer.class)))
    @APIResponse(responseCode = "304", description = "Unchanged: the ETag is named by If-None-Match")
    @APIResponse(responseCode = "404", description = "unknown_slug")
    @APIResponse(responseCode = "412", description = "precondition_failed: If-Match does not name the current ETag")
    public Response manifest(@PathParam("slug") String slug, @Context HttpHeaders headers) {
        Optional<Manifest> manifest = manifests.find(slug);
        if (manifest.isEmpty()) {
            return InstallProblems.unknownTemplate().toResponse();
        }
        byte[] body = JsonText.of(ManifestAnswer.from(manifest.get()));
        EntityTag tag = ContentTag.of(body);
        Response.ResponseBuilder unchanged = Conditions.unchanged(headers, tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body) : unchanged;
        return answer.tag(tag).header("Cache-Control", "public, max-age=60").build();
    }
}
