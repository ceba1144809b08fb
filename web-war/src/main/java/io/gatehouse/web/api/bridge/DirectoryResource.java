package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentDirectory;
import io.gatehouse.contract.registry.AgentDirectory.Query;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult;
import io.gatehouse.contract.registry.DirectoryResult.Listed;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.web.edge.access.BridgeScope;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.conditional.Conditions;
import io.gatehouse.web.edge.json.ContentTag;
import io.gatehouse.web.edge.json.JsonText;
import io.gatehouse.web.edge.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the registered agents. */
@ApplicationScoped
@Path("/bridge/v1/agents")
@RolesAllowed(Roles.HOST)
@BridgeScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class DirectoryResource {

    @Inject
    HostCaller caller;

    @Inject
    AgentDirectory directory;

    @GET
    @Operation(
            summary = "The registered agents of a host, or of the organization of a token for every host",
            description = "The status at the time of the call, least recently changed agents first. To maintain a "
                    + "copy, read to the last page, and later read the changes since its as_of: removed agents "
                    + "are listed as retired.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents, with an ETag",
            content = @Content(schema = @Schema(implementation = DirectoryAnswer.class)))
    @APIResponse(responseCode = "304", description = "Unchanged: the ETag is named by If-None-Match")
    @APIResponse(responseCode = "403", description = "host_mismatch, insufficient_scope, or forbidden")
    @APIResponse(responseCode = "404", description = "unknown_host, with a token for every host")
    @APIResponse(responseCode = "412", description = "precondition_failed: If-Match does not name the current ETag")
    public Response list(
            @Parameter(description = "A host's name: agents on that host only") @QueryParam("host") @Nullable String host,
            @Parameter(description = "active, stale, retired or all; default active, or all with updated_since")
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(
                            description =
                                    "A time, for instance 2030-01-31T12:00:00Z, preferably an earlier as_of: changes after it"
                                            + " only")
                    @QueryParam("updated_since")
                    @Nullable String updatedSince,
            @BeanParam PageQuery page,
            @Context HttpHeaders headers) {
        Instant since = QueryFields.time("updated_since", updatedSince);
        CallingHost calling = caller.get();
        DirectoryResult result = directory.list(
                calling, new Query(host, QueryFields.status(status, since != null), since), page.toRequest());
        if (result instanceof HostRefusal refusal) {
            return RegistryProblems.refusal(refusal, calling).toResponse();
        }
        byte[] body = JsonText.of(DirectoryAnswer.from((Listed) result));
        EntityTag tag = ContentTag.of(body);
        Response.ResponseBuilder unchanged = Conditions.unchanged(headers, tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body) : unchanged;
        return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
    }
}
