package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AgentTokenAdministration;
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
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of a registered agent. */
@ApplicationScoped
@Path("/api/admin/agents/{id}/tokens")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AgentTokensResource {

    @Inject
    AdminCaller caller;

    @Inject
    AgentTokenAdministration tokens;

    @GET
    @Operation(summary = "The tokens of a registered agent, newest first, including revoked and expired ones")
    @APIResponse(
            responseCode = "200",
            description = "A page of tokens",
            content = @Content(schema = @Schema(implementation = TokensAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such registered agent, or no access to it")
    public Response list(@PathParam("id") String id, @BeanParam PageQuery page) {
        return tokens.list(caller.get(), PathIds.of(id, AdminProblems.AGENT), page.toRequest())
                .map(found -> Response.ok(TokensAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.AGENT));
    }

    @POST
    @Path("rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mints a token for the agent; its other tokens end after an overlap")
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
    @APIResponse(responseCode = "404", description = "not_found: no such registered agent, or no access to it")
    public Response rotate(@PathParam("id") String id, JsonBody body) {
        RotationRequest request = RotationRequest.from(body);
        return CredentialAnswers.of(
                tokens.rotate(caller.get(), PathIds.of(id, AdminProblems.AGENT), request.overlap()),
                AdminProblems.AGENT,
                IssuedTokenAnswer::from);
    }

    @DELETE
    @Operation(
            summary = "Revokes all tokens of the agent; the next call with any of them fails",
            description = "Its host may register the agent again, which mints a new token: to prevent that, revoke "
                    + "the host's credentials too.")
    @APIResponse(
            responseCode = "200",
            description = "The tokens are revoked",
            content = @Content(schema = @Schema(implementation = RevokedAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such registered agent, or no access to it")
    public Response revokeAll(@PathParam("id") String id) {
        OptionalInt revoked = tokens.revokeAll(caller.get(), PathIds.of(id, AdminProblems.AGENT));
        return revoked.isPresent()
                ? Response.ok(new RevokedAnswer(revoked.getAsInt())).build()
                : AdminProblems.notFound(AdminProblems.AGENT);
    }

    @DELETE
    @Path("{tokenId}")
    @Operation(summary = "Revokes one token of the agent; the next call with it fails")
    @APIResponse(responseCode = "204", description = "The token is revoked, now or before")
    @APIResponse(responseCode = "404", description = "not_found: no such token, or no access to it")
    public Response revoke(@PathParam("id") String id, @PathParam("tokenId") String tokenId) {
        return CredentialAnswers.ofRevocation(
                tokens.revoke(
                        caller.get(), PathIds.of(id, AdminProblems.AGENT), PathIds.of(tokenId, AdminProblems.TOKEN)),
                AdminProblems.TOKEN);
    }
}
