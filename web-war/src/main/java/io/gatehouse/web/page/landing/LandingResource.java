package io.gatehouse.web.page.landing;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.install.Manifest;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.rate.RateLimited;
import io.gatehouse.web.page.html.HtmlErrors;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The landing page. */
@ApplicationScoped
@Path("/install/{slug}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@HtmlErrors
@Tag(name = "Landing page")
public class LandingResource {

    @Inject
    Templates templates;

    @Inject
    LandingPage page;

    @Inject
    HttpServletRequest request;

    @GET
    @RateLimited(RateLimited.Budget.MINT)
    @Operation(
            summary = "The landing page of a template",
            description = "For users signed in with a browser it mints an install token: a link and a QR code for "
                    + "each connection, the token as text, a form for a phone number, and the state of the "
                    + "install.")
    @APIResponse(responseCode = "200", description = "The page, in English or German")
    @APIResponse(
            responseCode = "404",
            description = "A page that says that there is no such template",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "429",
            description = "A page that says to wait: gatehouse.rate.mint",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response page(@PathParam("slug") String slug) {
        Optional<Manifest> found = templates.find(slug);
        if (found.isEmpty()) {
            return page.unknown();
        }
        Caller caller = Caller.of(request);
        SignedInUser user = caller == null ? null : caller.user();
        return user == null ? page.forStranger(found.get()) : page.forUser(found.get(), user.id());
    }
}
