package io.gatehouse.web.api.me;

import io.gatehouse.contract.identity.MyIdentities;
import io.gatehouse.contract.identity.UnlinkResult;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The platform accounts linked to the user. */
@ApplicationScoped
@Path("/api/me/identities")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class IdentitiesResource {

    private static final String IDENTITY = "identity";

    @Inject
    CurrentCaller caller;

    @Inject
    MyIdentities identities;

    @GET
    @Operation(summary = "The user's identities, newest link first")
    @APIResponse(
            responseCode = "200",
            description = "A page of identities",
            content = @Content(schema = @Schema(implementation = IdentityAnswer.Listing.class)))
    public Response list(@BeanParam PageQuery page) {
        return Response.ok(IdentityAnswer.Listing.from(identities.list(caller.userId(), page.toRequest())))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One identity of the user")
    @APIResponse(
            responseCode = "200",
            description = "The identity",
            content = @Content(schema = @Schema(implementation = IdentityAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: the user has no such identity")
    public Response get(@PathParam("id") String id) {
        return identities
                .find(caller.userId(), PathIds.of(id, IDENTITY))
                .map(identity -> Response.ok(IdentityAnswer.from(identity)).build())
                .orElseGet(() -> PathIds.notFound(IDENTITY).toResponse());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Unlinks an identity")
    @APIResponse(responseCode = "204", description = "The identity is no longer linked")
    @APIResponse(responseCode = "404", description = "not_found: the user has no such identity")
    @APIResponse(
            responseCode = "409",
            description = "sign_in_identity: the identity with which the user signs in cannot be unlinked")
    public Response unlink(@PathParam("id") String id) {
        UnlinkResult result = identities.unlink(caller.userId(), PathIds.of(id, IDENTITY));
        if (result instanceof UnlinkResult.Unlinked) {
            return Response.noContent().build();
        }
        return result instanceof UnlinkResult.SignInIdentity
                ? Problem.of(ProblemType.SIGN_IN_IDENTITY, "You sign in with this identity; it cannot be unlinked.")
                        .toResponse()
                : PathIds.notFound(IDENTITY).toResponse();
    }
}
