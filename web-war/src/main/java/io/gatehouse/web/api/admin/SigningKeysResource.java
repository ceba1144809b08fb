package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.SigningKeyAdministration;
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

/** The keys with which a host signs its requests. */
@ApplicationScoped
@Path("/api/admin/hosts/{id}/signing-keys")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SigningKeysResource {

    @Inject
    AdminCaller caller;

    @Inject
    SigningKeyAdministration keys;

    @Inject
    InstantSource clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates a signing key",
            description = "Its secret is shown in this answer only. Requests signed with it (RFC 9421, hmac-sha256)"
                    + " may do what a token with the same scopes may; the same rules apply to who may create " + "it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CredentialRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = IssuedKeyAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the caller may not grant this scope, or not for this host")
    @APIResponse(responseCode = "404", description = "not_found: no such host, or no access to it")
    public Response make(@PathParam("id") String id, JsonBody body) {
        CredentialRequest request = CredentialRequest.from(body, clock.instant());
        return CredentialAnswers.of(
                keys.make(caller.get(), PathIds.of(id, AdminProblems.HOST), request.hostScopes(), request.expiresAt()),
                AdminProblems.HOST,
                IssuedKeyAnswer::from);
    }

    @GET
    @Operation(summary = "The signing keys of a host, newest first, including revoked and expired ones")
    @APIResponse(
            responseCode = "200",
            description = "A page of signing keys",
            content = @Content(schema = @Schema(implementation = SigningKeysAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such host, or no access to it")
    public Response list(@PathParam("id") String id, @BeanParam PageQuery page) {
        return keys.list(caller.get(), PathIds.of(id, AdminProblems.HOST), page.toRequest())
                .map(found -> Response.ok(SigningKeysAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.HOST));
    }

    @DELETE
    @Path("{keyId}")
    @Operation(summary = "Revokes a signing key; the next request signed with it is refused")
    @APIResponse(responseCode = "204", description = "The key is revoked, now or before")
    @APIResponse(responseCode = "404", description = "not_found: no such key, or no access to it")
    public Response revoke(@PathParam("id") String id, @PathParam("keyId") String keyId) {
        return CredentialAnswers.ofRevocation(
                keys.revoke(
                        caller.get(), PathIds.of(id, AdminProblems.HOST), PathIds.of(keyId, AdminProblems.SIGNING_KEY)),
                AdminProblems.SIGNING_KEY);
    }
}
