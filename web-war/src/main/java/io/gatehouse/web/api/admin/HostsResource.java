package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.HostAdministration;
import io.gatehouse.contract.admin.HostCreation;
import io.gatehouse.contract.admin.HostCreation.Created;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The hosts that run agents. */
@ApplicationScoped
@Path("/api/admin/hosts")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class HostsResource {

    @Inject
    AdminCaller caller;

    @Inject
    HostAdministration hosts;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates a host of an organization",
            description = "For administrators of the deployment, or OWNER and ADMIN of an organization that is not "
                    + "personal.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The host",
            content = @Content(schema = @Schema(implementation = HostAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the organization is personal, or the caller is not an administrator")
    @APIResponse(responseCode = "404", description = "not_found: no such organization, or no access to it")
    @APIResponse(responseCode = "409", description = "host_name_taken")
    public Response create(JsonBody body) {
        HostRequest request = HostRequest.from(body);
        HostCreation creation = hosts.create(caller.get(), request.name(), request.organization());
        return creation instanceof Created created
                ? Response.status(Response.Status.CREATED)
                        .entity(HostAnswer.from(created.host()))
                        .build()
                : AdminProblems.of(creation);
    }

    @GET
    @Operation(summary = "The hosts of the organizations that the caller administers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of hosts",
            content = @Content(schema = @Schema(implementation = HostsAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such organization, or no access to it")
    public Response list(
            @Parameter(description = "Id or slug: hosts of that organization only")
                    @QueryParam("organization")
                    @Nullable String organization,
            @Parameter(description = "The host with that name only") @QueryParam("name") @Nullable String name,
            @BeanParam PageQuery page) {
        return hosts.list(caller.get(), organization, name, page.toRequest())
                .map(found -> Response.ok(HostsAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.ORGANIZATION));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One host")
    @APIResponse(
            responseCode = "200",
            description = "The host",
            content = @Content(schema = @Schema(implementation = HostAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such host, or no access to it")
    public Response get(@PathParam("id") String id) {
        return hosts.find(caller.get(), PathIds.of(id, AdminProblems.HOST))
                .map(host -> Response.ok(HostAnswer.from(host)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.HOST));
    }
}
