package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostReports;
import io.gatehouse.contract.registry.HostSnapshot;
import io.gatehouse.web.edge.access.BridgeScope;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Receives the heartbeats and the binding snapshots of hosts. */
@ApplicationScoped
@Path("/bridge/v1/hosts/{host}")
@RolesAllowed(Roles.HOST)
@BridgeScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class HostReportsResource {

    @Inject
    HostCaller caller;

    @Inject
    HostReports reports;

    @POST
    @Path("heartbeat")
    @Consumes(MediaType.WILDCARD) // the body, and with it its type, may be missing
    @Operation(
            summary = "Renews the host's lease",
            description = "Stale agents become active again; retired ones do not. The body is optional.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeartbeatRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The lease is renewed",
            content = @Content(schema = @Schema(implementation = HeartbeatAnswer.class)))
    @APIResponse(responseCode = "403", description = "host_mismatch, insufficient_scope, or forbidden")
    @APIResponse(responseCode = "404", description = "unknown_host, with a token for every host")
    @APIResponse(
            responseCode = "410",
            description =
                    "generation_retired: that registration is retired, or its agent has registered again " + "since")
    public Response heartbeat(@PathParam("host") String host, byte[] body) {
        CallingHost calling = caller.get();
        return RegistryProblems.answer(
                reports.heartbeat(calling, host, HeartbeatRequest.from(body).generation()), calling);
    }

    @PUT
    @Path("bindings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Accepts the host's complete configuration",
            description = "Agents that are not named are retired, unless they registered later. A snapshot "
                    + "registers no agent, reactivates none and does not renew the lease. The body may have 4 "
                    + "MiB.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SnapshotRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The host's agents compared with the snapshot",
            content = @Content(schema = @Schema(implementation = DriftAnswer.class)))
    @APIResponse(responseCode = "403", description = "host_mismatch, insufficient_scope, or forbidden")
    @APIResponse(responseCode = "404", description = "unknown_host, with a token for every host")
    @APIResponse(
            responseCode = "409",
            description =
                    "mass_retire: it would retire more than half of five or more agents; idempotency_key_in_flight")
    @APIResponse(
            responseCode = "410",
            description = "generation_retired: a snapshot of a later generation was accepted before")
    public Response bindings(
            @PathParam("host") String host,
            @Parameter(description = "true: returns the result without changing anything")
                    @QueryParam("dry_run")
                    @Nullable String dryRun,
            @Parameter(description = "true: retires any number of agents") @QueryParam("force") @Nullable String force,
            JsonBody body) {
        boolean dry = QueryFields.flag("dry_run", dryRun);
        boolean forced = QueryFields.flag("force", force);
        HostSnapshot snapshot = SnapshotRequest.from(body).snapshot();
        CallingHost calling = caller.get();
        return RegistryProblems.answer(
                dry ? reports.compare(calling, host, snapshot) : reports.take(calling, host, snapshot, forced),
                calling);
    }
}
