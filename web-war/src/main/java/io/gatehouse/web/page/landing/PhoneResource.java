package io.gatehouse.web.page.landing;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.contract.install.Manifest;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.form.FormFields;
import io.gatehouse.web.edge.rate.RateLimited;
import io.gatehouse.web.page.html.HtmlErrors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form of the landing page: installs the template at once and stores the phone number. */
@ApplicationScoped
@Path("/install/{slug}/phone")
@RolesAllowed(Roles.USER)
@Produces(MediaType.TEXT_HTML)
@HtmlErrors
@Tag(name = "Landing page")
public class PhoneResource {

    private static final int MAX_NUMBER_LENGTH = 64;

    @Inject
    Templates templates;

    @Inject
    Installs installs;

    @Inject
    LandingPage page;

    @Inject
    CurrentCaller caller;

    @Inject
    Settings settings;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RateLimited(RateLimited.Budget.INSTALL)
    @Operation(
            summary = "Installs the template and stores a WhatsApp number, unverified until its phone answers " + "YES",
            description = "The form field whatsapp_phone. Does what POST /api/install does, for the landing page.")
    @APIResponse(responseCode = "303", description = "Installed and stored; redirect to the page")
    @APIResponse(
            responseCode = "404",
            description = "A page that says that there is no such template",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "The page again, with the reason why the install failed")
    @APIResponse(
            responseCode = "422",
            description = "The page again: the phone number is invalid",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response install(@PathParam("slug") String slug, FormFields form) {
        Optional<Manifest> found = templates.find(slug);
        if (found.isEmpty()) {
            return page.unknown();
        }
        Manifest manifest = found.get();
        UserId user = caller.userId();
        String whatsappPhone = form.first("whatsapp_phone");
        String number = whatsappPhone == null ? "" : whatsappPhone.strip();
        if (number.isEmpty() || number.length() > MAX_NUMBER_LENGTH) {
            return page.again(manifest, user, "", PhoneFault.INVALID);
        }
        InstallResult result = installs.install(
                new InstallCommand(user, manifest.templateAgentId().toString(), null, number));
        return PhoneFault.of(result)
                .map(fault -> page.again(manifest, user, number, fault))
                .orElseGet(() -> Response.seeOther(URI.create(settings.publicUrl() + LandingPage.path(manifest)))
                        .build());
    }
}
