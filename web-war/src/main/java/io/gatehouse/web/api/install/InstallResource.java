package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.InstallTokenMint;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.contract.install.MintResult;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.rate.RateLimited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mints install tokens and installs templates for the calling user. */
@ApplicationScoped
@Path("/api/install")
@RolesAllowed(Roles.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Install")
public class InstallResource {

    @Inject
    CurrentCaller caller;

    @Inject
    InstallTokenMint mint;

    @Inject
    Installs installs;

    @POST
    @Path("token")
    @RateLimited(RateLimited.Budget.MINT)
    @Operation(summary = "Mints an install token, to be sent from the user's chat app")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MintRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The token, which is shown only here, and links that open a chat with it",
            content = @Content(schema = @Schema(implementation = MintAnswer.class)))
    @APIResponse(responseCode = "404", description = "unknown_slug")
    @APIResponse(responseCode = "409", description = "not_installable")
    public Response mint(JsonBody body) {
        MintRequest request = MintRequest.from(body);
        MintResult result = mint.mint(caller.userId(), request.templateAgentId(), request.platform());
        if (result instanceof MintResult.Minted minted) {
            return Response.status(Response.Status.CREATED)
                    .entity(MintAnswer.from(minted))
                    .build();
        }
        if (result instanceof MintResult.NotInstallable refused) {
            return InstallProblems.notInstallable(refused.why()).toResponse();
        }
        return result instanceof MintResult.UnknownPlatform
                ? Problem.of(ProblemType.PLATFORM_UNSUPPORTED, "No chat channel is on this platform.")
                        .toResponse()
                : InstallProblems.unknownTemplate().toResponse();
    }

    @POST
    @RateLimited(RateLimited.Budget.INSTALL)
    @Operation(summary = "Installs a template in the user's personal organization, or brings an install up to date")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstallRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Installed; a fault of the phone number is in whatsappError and does not undo the install",
            content = @Content(schema = @Schema(implementation = InstallAnswer.class)))
    @APIResponse(responseCode = "404", description = "unknown_slug")
    @APIResponse(responseCode = "409", description = "no_personal_org, not_installable or slug_collision")
    public Response install(JsonBody body) {
        InstallRequest request = InstallRequest.from(body);
        return InstallProblems.answer(installs.install(request.toCommand(caller.userId())));
    }
}
