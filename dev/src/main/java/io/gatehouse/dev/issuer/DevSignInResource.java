package io.gatehouse.dev.issuer;

import io.gatehouse.web.edge.form.FormFields;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The authorization endpoint of the development issuer: a page that asks who to be, and the way back to the client. */
@ApplicationScoped
@Path("/dev/authorize")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Development issuer")
public class DevSignInResource {

    @Inject
    DevIssuer issuer;

    @Inject
    AuthorizationCodes codes;

    @Context
    UriInfo uri;

    @GET
    @Operation(summary = "The sign-in page of the development issuer (RFC 6749 section 4.1, PKCE with S256)")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(
            responseCode = "400",
            description = "A page that says what the client did wrong",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response page() {
        if (!issuer.isOn()) {
            return DevAnswers.off();
        }
        try {
            return SignInPage.ask(AuthorizationRequest.from(uri.getQueryParameters()::getFirst, issuer.url()), "");
        } catch (InvalidAuthorizationRequest e) {
            return SignInPage.refuse(e);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Signs a development user in and goes back to the client with a code")
    @APIResponse(responseCode = "303", description = "To the client's redirect_uri with code and state")
    @APIResponse(
            responseCode = "400",
            description = "A page that says what is wrong",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response signIn(FormFields form) {
        if (!issuer.isOn()) {
            return DevAnswers.off();
        }
        try {
            AuthorizationRequest request = AuthorizationRequest.from(form::first, issuer.url());
            Optional<DevUser> user = Optional.ofNullable(form.first("username")).flatMap(DevUser::of);
            if (user.isEmpty()) {
                return SignInPage.ask(request, "Use letters, digits, dots, dashes and underscores, at most 64.");
            }
            UriBuilder back =
                    UriBuilder.fromUri(request.redirectUri()).queryParam("code", codes.issue(user.get(), request));
            back.queryParam("iss", "{iss}");
            String state = request.state();
            if (state == null) {
                return SignInPage.leave(back.buildFromEncoded(encode(issuer.url())));
            }
            return SignInPage.leave(
                    back.queryParam("state", "{state}").buildFromEncoded(encode(issuer.url()), encode(state)));
        } catch (InvalidAuthorizationRequest e) {
            return SignInPage.refuse(e);
        }
    }

    /** A plus sign is a blank in forms only: the builder would take it for itself. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
