package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.HostTokenAdministration;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of a host. */
@ApplicationScoped
@Path("/api/admin/hosts/{id}/tokens")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class HostTokensResource {

    @Inject
    AdminCaller caller;

    @Inject
    HostTokenAdministration tokens;

    @Inject
    InstantSource clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Mints a token",
            description = "Its text is shown in this answer only. Credentials that reach beyond the host's "
                    + "organization (the scope chat:claim and the host *) are minted by administrators of the "
                    + "deployment only.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CredentialRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content = @Content(schema = @Schema(implementation = IssuedTokenAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the caller may not grant this scope, or not for this host")
    @APIResponse(responseCode = "404", description = "not_found: no such host, or no access to it")
    public Response mint(@PathParam("id") String id, JsonBody body) {
        CredentialRequest request = CredentialRequest.from(body, clock.instant());
        return CredentialAnswers.of(
                tokens.mint(
                        caller.get(), PathIds.of(id, AdminProblems.HOST), request.hostScopes(), request.expiresAt()),
                AdminProblems.HOST,
                IssuedTokenAnswer::from);
    }

    @GET
    @Operation(summary = "The tokens of a host, newest first, including revoked and expired ones")
    @APIResponse(
            responseCode = "200",
            description = "A page of tokens",
            content = @Content(schema = @Schema(implementation = TokensAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such host, or no access to it")
    public Response list(@PathParam("id") String id, @BeanParam PageQuery page) {
        return tokens.list(caller.get(), PathIds.of(id, AdminProblems.HOST), page.toRequest())
                .map(found -> Response.ok(TokensAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.HOST));
    }

    @POST
    @Path("{tokenId}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a token by a new one with the same scopes; the old one ends after an overlap")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RotationRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new token",
            content = @Content(schema = @Schema(implementation = IssuedTokenAnswer.class)))
    @APIResponse(responseCode = "403", description = "forbidden: as for minting")
    @APIResponse(responseCode = "404", description = "not_found: no such token, or no access to it")
    @APIResponse(
            responseCode = "409",
            description = "conflict: the token is revoked, expired, or was rotated a moment ago")
    public Response rotate(@PathParam("id") String id, @PathParam("tokenId") String tokenId, JsonBody body) {
        RotationRequest request = RotationRequest.from(body);
        return CredentialAnswers.of(
                tokens.rotate(
                        caller.get(),
                        PathIds.of(id, AdminProblems.HOST),
                        PathIds.of(tokenId, AdminProblems.TOKEN),
                        request.overlap()),
                AdminProblems.TOKEN,
                IssuedTokenAnswer::from);
    }

    @DELETE
    @Path("{tokenId}")
    @Operation(summary = "Revokes a token; the next call with it fails")
    @APIResponse(responseCode = "204", description = "The token is revoked, now or before")
    @APIResponse(responseCode = "404", description = "not_found: no such token, or no access to it")
    public Response revoke(@PathParam("id") String id, @PathParam("tokenId") String tokenId) {
        return CredentialAnswers.ofRevocation(
                tokens.revoke(
                        caller.get(), PathIds.of(id, AdminProblems.HOST), PathIds.of(tokenId, AdminProblems.TOKEN)),
                AdminProblems.TOKEN);
    }
}
