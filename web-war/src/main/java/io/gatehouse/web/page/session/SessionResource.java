package io.gatehouse.web.page.session;

import io.gatehouse.contract.signin.SignIns;
import io.gatehouse.web.edge.form.FormFields;
import io.gatehouse.web.page.html.HtmlErrors;
import io.gatehouse.web.page.html.Pages;
import io.gatehouse.web.page.session.SignInOutcome.Declined;
import io.gatehouse.web.page.session.SignInOutcome.SignedIn;
import io.gatehouse.web.page.session.SignInOutcome.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out with a browser. */
@ApplicationScoped
@Path("/session")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@HtmlErrors
@Tag(name = "Browser session")
public class SessionResource {

    private static final Logger LOG = Logger.getLogger(SessionResource.class.getName());

    @Inject
    SignInFlow flow;

    @Inject
    SessionCookie cookie;

    @Inject
    SignIns signIns;

    @Inject
    Pages pages;

    @Inject
    HttpServletRequest request;

    @GET
    @Operation(summary = "A page that says who is signed in with this browser")
    @APIResponse(responseCode = "200", description = "The page")
    public Response who() {
        BrowserSession session = BrowserSession.of(request);
        if (session != null) {
            return pages.messageToVisitor("session_signed_in").build();
        }
        return flow.isOn()
                ? pages.message(200, "session_signed_out", signInAgain(ReturnPath.START), "sign_in")
                        .build()
                : pages.message(200, "session_off").build();
    }

    @GET
    @Path("sign-in")
    @Operation(
            summary = "Sends the browser to the OpenID provider",
            description = "Authorization code flow with PKCE, handled on the server (OpenID Connect Core 1.0 "
                    + "section 3.1, RFC 7636). The browser gets a sealed cookie and never a token.")
    @Parameter(name = "return", description = "A local path at which the person continues")
    @APIResponse(responseCode = "303", description = "To the provider")
    @APIResponse(
            responseCode = "503",
            description = "A page that says that sign-in is not available now",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response signIn(@QueryParam("return") @Nullable String returnTo) {
        ReturnPath returnPath = ReturnPath.of(returnTo);
        if (!flow.isOn()) {
            return pages.message(503, "session_off").build();
        }
        return flow.start(request, returnPath)
                .map(started -> Response.seeOther(started.location())
                        .header(HttpHeaders.SET_COOKIE, started.cookie())
                        .build())
                .orElseGet(() -> unavailable(returnPath));
    }

    @GET
    @Path("callback")
    @Operation(summary = "Where the OpenID provider sends the browser back to (its redirect URI)")
    @APIResponse(responseCode = "303", description = "Signed in; redirect to the return path")
    @APIResponse(
            responseCode = "400",
            description = "A page that says that this sign-in is refused",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "503",
            description = "A page that says that the provider does not respond",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response callback(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer) {
        SignInOutcome outcome = flow.finish(request, new SignInFlow.Answer(state, code, error, issuer));
        if (outcome instanceof SignedIn signedIn) {
            signIns.signIn(signedIn.user());
            return Response.seeOther(flow.address(signedIn.returnPath()))
                    .header(HttpHeaders.SET_COOKIE, cookie.start(signedIn.user(), signedIn.administrator()))
                    .build();
        }
        if (outcome instanceof Unavailable unavailable) {
            return unavailable(unavailable.returnPath());
        }
        if (outcome instanceof Declined declined) {
            return pages.message(400, "sign_in_declined", signInAgain(declined.returnPath()), "sign_in_again")
                    .build();
        }
        SignInOutcome.Refused refused = (SignInOutcome.Refused) outcome;
        LOG.log(Level.INFO, "the response to a sign-in is refused: {0}", refused.why());
        return pages.message(400, "sign_in_refused", signInAgain(refused.returnPath()), "sign_in_again")
                .build();
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Ends the browser's session",
            description = "In every copy of its cookie, on every node; and at the OpenID provider if it supports "
                    + "that (RP-Initiated Logout 1.0).")
    @APIResponse(responseCode = "200", description = "A page that redirects to the provider's sign-out")
    @APIResponse(responseCode = "303", description = "Signed out; redirect to the return path")
    @APIResponse(responseCode = "403", description = "cross_origin: the request did not come from one of our pages")
    public Response signOut(FormFields form) {
        BrowserSession session = BrowserSession.of(request);
        ReturnPath returnPath = ReturnPath.of(form.first("return"));
        if (session == null) {
            return signedOut(Response.seeOther(flow.address(returnPath)), cookie.clearing());
        }
        String clearing = cookie.end(session);
        Optional<URI> provider = flow.endSession();
        // Not a redirect: the page's content security policy allows forms to lead to our own origin only, redirects
        // included.
        return provider.map(uri -> signedOut(
                        pages.message(200, "session_ended", uri.toString(), "sign_out_at_provider")
                                .header("Refresh", "0; url=" + uri),
                        clearing))
                .orElseGet(() -> signedOut(Response.seeOther(flow.address(returnPath)), clearing));
    }

    private static Response signedOut(Response.ResponseBuilder answer, String clearing) {
        return answer.header(HttpHeaders.SET_COOKIE, clearing).build();
    }

    private Response unavailable(ReturnPath returnPath) {
        return pages.message(503, "sign_in_unavailable", signInAgain(returnPath), "sign_in_again")
                .header(HttpHeaders.RETRY_AFTER, 10)
                .build();
    }

    private String signInAgain(ReturnPath returnPath) {
        return flow.link(returnPath.text());
    }
}
