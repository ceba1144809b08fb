package io.gatehouse.web.oauth;

import io.gatehouse.web.edge.problem.OAuthError;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed token exchange request (RFC 8693 section 2.1).
 *
 * @param scopes null if none are named, for all scopes of the token
 * @param audiences the requested audiences; empty for this deployment
 */
record ExchangeRequest(String subjectToken, @Nullable Set<String> scopes, Set<String> audiences, String issuedType) {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
    private static final Set<String> SINGLE_VALUED =
            Set.of("grant_type", "subject_token", "subject_token_type", "requested_token_type", "scope", "actor_token");

    /** The form's schema in the OpenAPI document. */
    @Schema(
            name = "TokenExchange",
            requiredProperties = {"grant_type", "subject_token", "subject_token_type"})
    record Shape(
            @Schema(name = "grant_type", enumeration = GRANT)
            String grantType,

            @Schema(name = "subject_token", description = "A magt_… token")
            String subjectToken,

            @Schema(name = "subject_token_type", enumeration = ACCESS_TOKEN)
            String subjectTokenType,

            @Schema(
                    name = "requested_token_type",
                    enumeration = {ACCESS_TOKEN, JWT})
            @Nullable String requestedTokenType,

            @Schema(description = "Separated by spaces; default all of the token's scopes") @Nullable String scope,

            @Schema(description = "The public URL, or one of gatehouse.oauth.audiences; may be repeated") @Nullable String audience,

            @Schema(description = "An absolute URI; like audience") @Nullable String resource) {}

    /** The result of reading a form. */
    sealed interface Reading {

        record WellFormed(ExchangeRequest request) implements Reading {}

        record Faulty(OAuthError error) implements Reading {}
    }

    static Reading read(OAuthForm form) {
        OAuthError fault = fault(form);
        if (fault != null) {
            return new Reading.Faulty(fault);
        }
        String subjectToken = form.get("subject_token");
        String scope = form.get("scope");
        String wanted = form.get("requested_token_type");
        return new Reading.WellFormed(new ExchangeRequest(
                subjectToken == null ? "" : subjectToken,
                scope == null
                        ? null
                        : Arrays.stream(scope.strip().split(" +", -1)).collect(Collectors.toSet()),
                Stream.of(form.all("audience"), form.all("resource"))
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()),
                wanted == null ? ACCESS_TOKEN : wanted));
    }

    private static @Nullable OAuthError fault(OAuthForm form) {
        String repeated = form.repeated(SINGLE_VALUED);
        if (repeated != null) {
            return OAuthError.invalidRequest(repeated + " is there more than once.");
        }
        String grant = form.get("grant_type");
        if (grant == null) {
            return OAuthError.invalidRequest("grant_type is missing.");
        }
        if (!grant.equals(GRANT)) {
            return new OAuthError("unsupported_grant_type", "The only grant type is " + GRANT + ".");
        }
        if (form.get("subject_token") == null || !ACCESS_TOKEN.equals(form.get("subject_token_type"))) {
            return OAuthError.invalidRequest("subject_token, and subject_token_type " + ACCESS_TOKEN + ", are needed.");
        }
        if (form.get("actor_token") != null || form.get("actor_token_type") != null) {
            return OAuthError.invalidRequest("An agent acts for itself: no actor_token is taken.");
        }
        String wanted = form.get("requested_token_type");
        if (wanted != null && !List.of(ACCESS_TOKEN, JWT).contains(wanted)) {
            return OAuthError.invalidRequest("requested_token_type is " + ACCESS_TOKEN + " or " + JWT + ".");
        }
        return form.all("resource").stream().allMatch(ExchangeRequest::isAbsolute)
                ? null
                : new OAuthError("invalid_target", "A resource is an absolute URI without a fragment.");
    }

    /** RFC 8693 section 2.1: an absolute URI without a fragment. */
    private static boolean isAbsolute(String resource) {
        try {
            URI uri = URI.create(resource);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
