package io.gatehouse.web.oauth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.form.FormFields;
import io.gatehouse.web.edge.idempotency.WithoutIdempotencyKey;
import io.gatehouse.web.edge.problem.OAuthError;
import jakarta.annotation.PostConstruct;
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

/** Describes a token to callers that may see it. For others it is inactive, as an unknown token is. */
@ApplicationScoped
@Path("/oauth2/introspect")
@RolesAllowed({Roles.HOST, Roles.GATEWAY, Roles.ADMIN, Roles.AGENT})
@WithoutIdempotencyKey
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
public class IntrospectionResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Inspection inspection;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private String issuer;

    @PostConstruct
    void read() {
        issuer = settings.oauth().issuer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Says whether a token is valid, and what it permits (RFC 7662)",
            description = "Administrators may inspect all tokens, hosts (with the scope bridge) their own and those"
                    + " of their agents, gateways those of agents, agents their own. A host may present its "
                    + "token as a bearer token, or by HTTP Basic with its name, or the token's id, as the "
                    + "client's id.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenParameter.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token's details; only active: false for an invalid token, or one that the caller may"
                    + " not inspect",
            content = @Content(schema = @Schema(implementation = IntrospectionAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response introspect(FormFields form) {
        OAuthForm fields = new OAuthForm(form);
        OAuthError fault = TokenParameter.fault(fields);
        if (fault != null) {
            return fault.toResponse();
        }
        Caller asking = caller.get();
        return inspection
                .inspect(TokenParameter.of(fields))
                .filter(token -> asking != null && TokenVisibility.mayInspect(asking, token.details()))
                .map(token -> Response.ok(IntrospectionAnswer.from(token, issuer)))
                .orElseGet(() -> Response.ok(IntrospectionAnswer.INACTIVE))
                .build();
    }
}
