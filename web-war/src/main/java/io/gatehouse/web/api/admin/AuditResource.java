package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AuditReading;
import io.gatehouse.contract.admin.AuditReading.Filter;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trails of organizations. */
@ApplicationScoped
@Path("/api/admin/audit")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditResource {

    @Inject
    AdminCaller caller;

    @Inject
    AuditReading audit;

    @GET
    @Operation(summary = "Events of the trails of the organizations that the caller administers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of events",
            content = @Content(schema = @Schema(implementation = AuditEventsAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such organization, or no access to it")
    public Response search(
            @Parameter(description = "Id or slug: events of that organization only")
                    @QueryParam("organization")
                    @Nullable String organization,
            @Parameter(description = "The actor, for instance user:<id>") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "The action, for instance host-token.revoked") @QueryParam("action") @Nullable String action,
            @Parameter(description = "The subject, for instance host-token:<id>") @QueryParam("subject") @Nullable String subject,
            @Parameter(description = "Events at or after this time, for instance 2030-01-31T12:00:00Z")
                    @QueryParam("since")
                    @Nullable String since,
            @BeanParam PageQuery page) {
        Filter filter = new Filter(organization, actor, action, subject, since == null ? null : time(since));
        return audit.search(caller.get(), filter, page.toRequest())
                .map(found -> Response.ok(AuditEventsAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.ORGANIZATION));
    }

    @GET
    @Path("verify")
    @Operation(
            summary =
                    "Recomputes an organization's trail, and names the first event that was edited, removed or inserted")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such organization, or no access to it")
    public Response verify(
            @Parameter(description = "Id or slug; if missing, the deployment's own trail, for its administrators")
                    @QueryParam("organization")
                    @Nullable String organization) {
        return audit.verify(caller.get(), organization)
                .map(found -> Response.ok(VerificationAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.ORGANIZATION));
    }

    private static Instant time(String since) {
        try {
            if (since.isEmpty() || !Character.isDigit(since.charAt(0))) {
                throw new DateTimeException("RFC 3339 has years of four digits");
            }
            return OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    "The query parameter since must be a time, as in 2030-01-31T12:00:00Z."));
        }
    }
}
