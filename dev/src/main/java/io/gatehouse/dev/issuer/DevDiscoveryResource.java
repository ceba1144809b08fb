package io.gatehouse.dev.issuer;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.web.edge.problem.AccessProblems;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients of the development issuer look up: its metadata, its keys, and who a token stands for. */
@ApplicationScoped
@Path("/dev")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Development issuer")
public class DevDiscoveryResource {

    @Inject
    DevIssuer issuer;

    @Inject
    JsonWebToken token;

    @GET
    @Path(".well-known/openid-configuration")
    @PermitAll
    @Operation(summary = "Metadata of the development issuer (OpenID Connect Discovery 1.0)")
    @APIResponse(responseCode = "200", description = "The metadata")
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response metadata() {
        if (!issuer.isOn()) {
            return DevAnswers.off();
        }
        String url = issuer.url();
        JsonObject metadata = JsonObjects.builder()
                .add("issuer", url)
                .add("authorization_endpoint", url + "/authorize")
                .add("token_endpoint", url + "/token")
                .add("userinfo_endpoint", url + "/userinfo")
                .add("jwks_uri", url + "/jwks")
                .add("response_types_supported", array("code"))
                .add("grant_types_supported", array("authorization_code"))
                .add("subject_types_supported", array("public"))
                .add("id_token_signing_alg_values_supported", array("RS256"))
                .add("code_challenge_methods_supported", array("S256"))
                .add("token_endpoint_auth_methods_supported", array("none"))
                .add("scopes_supported", array("openid", "profile", "email", "chat:claim"))
                .add("claims_supported", array("sub", "name", "preferred_username", "email", "email_verified"))
                .build();
        return Response.ok(metadata.toString()).build();
    }

    @GET
    @Path("jwks")
    @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
    @PermitAll
    @Operation(summary = "The public key of the development issuer (RFC 7517)")
    @APIResponse(responseCode = "200", description = "A set of one key")
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response keys() {
        return issuer.isOn() ? Response.ok(issuer.publicKeys().toString(true)).build() : DevAnswers.off();
    }

    @GET
    @Path("userinfo")
    @RolesAllowed("user")
    @Operation(summary = "Who the token stands for (OpenID Connect Core 1.0 section 5.3)")
    @APIResponse(responseCode = "200", description = "The claims of the user")
    @APIResponse(responseCode = "401", description = "There is no token, or a bad one")
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response userInfo() {
        if (!issuer.isOn()) {
            return DevAnswers.off();
        }
        if (token.getSubject() == null) { // a browser's session, which holds no token
            return AccessProblems.credentialsRequired();
        }
        JsonObjectBuilder user = JsonObjects.builder().add("sub", token.getSubject());
        for (String claim : List.of("name", "preferred_username", "email")) {
            String value = token.getClaim(claim);
            if (value != null) {
                user.add(claim, value);
            }
        }
        return Response.ok(user.build().toString()).build();
    }

    private static JsonArray array(String... values) {
        return Json.createArrayBuilder(List.of(values)).build();
    }
}
