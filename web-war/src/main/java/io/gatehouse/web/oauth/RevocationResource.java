package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenRevocations;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.form.FormFields;
import io.gatehouse.web.edge.idempotency.WithoutIdempotencyKey;
import io.gatehouse.web.edge.problem.OAuthError;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Revokes a token, for callers that may revoke it. */
@ApplicationScoped
@Path("/oauth2/revoke")
@RolesAllowed({Roles.HOST, Roles.ADMIN, Roles.AGENT})
@WithoutIdempotencyKey
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
public class RevocationResource {

    private static final Logger LOG = Logger.getLogger(RevocationResource.class.getName());
    private static final OAuthError JWT_NOT_REVOCABLE = new OAuthError(
            "unsupported_token_type", "A JWT ends with the token that it was exchanged for: revoke that one.");
    private static final OAuthError NOT_PERMITTED =
            new OAuthError("unauthorized_client", "The token is another's to revoke, and still holds.");

    @Inject
    CurrentCaller caller;

    @Inject
    Inspection inspection;

    @Inject
    TokenRevocations revocations;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Revokes a token (RFC 7009)",
            description = "Administrators may revoke all tokens, hosts (with the scope bridge) their own and those "
                    + "of their agents, agents their own. This node refuses the token once the call is "
                    + "answered, every other node within a second. A host may also present its token by HTTP "
                    + "Basic, as for introspection.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenParameter.class)))
    @APIResponse(responseCode = "200", description = "The token is invalid, also if it never existed; no body")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, unsupported_token_type for a JWT, or unauthorized_client: the token is "
                    + "valid, and the caller may not revoke it",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response revoke(FormFields form) {
        OAuthForm fields = new OAuthForm(form);
        OAuthError fault = TokenParameter.fault(fields);
        if (fault != null) {
            return fault.toResponse();
        }
        Caller asking = caller.get();
        Optional<InspectedToken> token = inspection.inspect(TokenParameter.of(fields));
        if (token.isEmpty()) {
            return Response.ok().build();
        }
        if (asking == null || !TokenVisibility.mayRevoke(asking, token.get().details())) {
            return NOT_PERMITTED.toResponse();
        }
        if (token.get().jwt() != null) {
            return JWT_NOT_REVOCABLE.toResponse();
        }
        end(idOf(token.get().details().access()), asking);
        return Response.ok().build();
    }

    private void end(UUID tokenId, Caller asking) {
        if (!revocations.revoke(tokenId, asking.id())) {
            LOG.log(Level.FINE, "The token {0} was revoked concurrently", tokenId);
        }
    }

    private static UUID idOf(TokenCheck access) {
        return access instanceof AgentAccess agent ? agent.tokenId() : ((HostAccess) access).tokenId();
    }
}
