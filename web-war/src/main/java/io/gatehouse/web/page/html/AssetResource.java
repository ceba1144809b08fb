package io.gatehouse.web.page.html;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The style sheet, script and icon of the pages. */
@ApplicationScoped
@Path("/assets/{version}/{name}")
@PermitAll
public class AssetResource {

    private static final String CACHE_FOREVER = "public, max-age=31536000, immutable";

    /**
     * Ignores the version: during a rolling upgrade, a page from a node of one version may load its files from a node
     * of the other.
     */
    @GET
    @Operation(hidden = true) // and its parameters: Payara would look for the operation of each, and log it as SEVERE
    public Response asset(
            @Parameter(hidden = true) @PathParam("version") String version,
            @Parameter(hidden = true) @PathParam("name") String name) {
        Optional<Asset> found = Asset.named(name);
        if (found.isEmpty()) {
            return Problem.of(ProblemType.NOT_FOUND, "Nothing is at this path.").toResponse();
        }
        Asset asset = found.get();
        return Response.ok(asset.content(), asset.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, asset.version().equals(version) ? CACHE_FOREVER : "no-store")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
