package io.gatehouse.web.oauth;

import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The metadata and keys that clients and verifiers fetch. */
@ApplicationScoped
@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
public class MetadataResource {

    /** Safe, because a key is published long before it signs: gatehouse.oauth.key-lead. */
    private static final String CACHE_FIVE_MINUTES = "public, max-age=300";

    /** RFC 7517 section 8.5.2. */
    private static final String JWK_SET = "application/jwk-set+json";

    @Inject
    AgentIssuer issuer;

    @Inject
    Settings settings;

    @GET
    @Path(".well-known/oauth-authorization-server")
    @Operation(summary = "The metadata of the authorization server (RFC 8414)")
    @APIResponse(
            responseCode = "200",
            description = "The metadata",
            content = @Content(schema = @Schema(implementation = ServerMetadata.class)))
    public Response metadata() {
        return Response.ok(ServerMetadata.of(settings.oauth().issuer()))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_FIVE_MINUTES)
                .build();
    }

    @GET
    @Path("oauth2/jwks")
    @Produces({MediaType.APPLICATION_JSON, JWK_SET})
    @Operation(
            summary = "The public keys of the JWTs (RFC 7517)",
            description = "The keys of tokens that may not have expired, the key that signs, and the next one.")
    @APIResponse(responseCode = "200", description = "A set of keys")
    public Response keys() {
        return Response.ok(issuer.keySet().toString(true))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_FIVE_MINUTES)
                .build();
    }
}
