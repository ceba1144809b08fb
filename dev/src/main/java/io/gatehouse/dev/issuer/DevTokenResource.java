package io.gatehouse.dev.issuer;

import io.gatehouse.web.edge.form.FormFields;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The token endpoint of the development issuer (RFC 6749 section 3.2). */
@ApplicationScoped
@Path("/dev/token")
@PermitAll
@Tag(name = "Development issuer")
public class DevTokenResource {

    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);
    private static final int LONGEST_SCOPE = 1_000;
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);

    @Inject
    DevIssuer issuer;

    @Inject
    AuthorizationCodes codes;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A token for a development user",
            description =
                    "Form fields: grant_type=authorization_code with code, code_verifier, client_id and redirect_uri;"
                            + " or, for development only, username with scope and expires_in if wanted."
                            + " Off in production mode.")
    @APIResponse(responseCode = "200", description = "An OAuth 2.0 token response (RFC 6749 section 5.1)")
    @APIResponse(responseCode = "400", description = "An OAuth 2.0 error (RFC 6749 section 5.2)")
    @APIResponse(responseCode = "404", description = "Production mode: there is no development issuer")
    public Response token(FormFields form) {
        if (!issuer.isOn()) {
            return DevAnswers.off();
        }
        String grant = form.first("grant_type");
        if (grant == null ? form.has("username") : grant.equals("password")) {
            return shortCut(form);
        }
        return "authorization_code".equals(grant)
                ? exchange(form)
                : DevAnswers.oauthError("unsupported_grant_type", "Use authorization_code, or send a username.");
    }

    private Response shortCut(FormFields form) {
        Optional<DevUser> user = Optional.ofNullable(form.first("username")).flatMap(DevUser::of);
        if (user.isEmpty()) {
            return DevAnswers.oauthError("invalid_request", "The username must be [a-z0-9][a-z0-9._-]*, at most 64.");
        }
        Duration lifetime = lifetime(form.first("expires_in"));
        if (lifetime == null) {
            return DevAnswers.oauthError(
                    "invalid_request", "expires_in must be 1 to " + LONGEST_LIFETIME.toSeconds() + " seconds.");
        }
        String scope = form.first("scope");
        if (scope != null && scope.length() > LONGEST_SCOPE) {
            return DevAnswers.oauthError("invalid_scope", "The scope is longer than " + LONGEST_SCOPE + " characters.");
        }
        return DevAnswers.token(issuer.accessToken(user.get(), scope, lifetime), null, lifetime, scope);
    }

    private Response exchange(FormFields form) {
        Optional<AuthorizationCodes.Grant> granted = codes.redeem(
                form.first("code"), form.first("code_verifier"), form.first("client_id"), form.first("redirect_uri"));
        if (granted.isEmpty()) {
            return DevAnswers.oauthError(
                    "invalid_grant", "The code is unknown, used, expired, or not for this client.");
        }
        AuthorizationCodes.Grant grant = granted.get();
        AuthorizationRequest request = grant.request();
        String idToken = issuer.idToken(grant.user(), request.clientId(), request.nonce(), DEFAULT_LIFETIME);
        String accessToken = issuer.accessToken(grant.user(), request.scope(), DEFAULT_LIFETIME);
        return DevAnswers.token(accessToken, idToken, DEFAULT_LIFETIME, request.scope());
    }

    private static @Nullable Duration lifetime(@Nullable String seconds) {
        if (seconds == null || seconds.isBlank()) {
            return DEFAULT_LIFETIME;
        }
        try {
            Duration lifetime = Duration.ofSeconds(Integer.parseInt(seconds.strip()));
            return lifetime.toSeconds() > 0 && lifetime.compareTo(LONGEST_LIFETIME) <= 0 ? lifetime : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
