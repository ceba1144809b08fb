package io.gatehouse.web.oauth;

import io.gatehouse.web.edge.problem.OAuthError;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of introspection and revocation.
 *
 * @param hint ignored: a token's text shows of what kind it is
 */
@Schema(name = "TokenParameter", requiredProperties = "token")
record TokenParameter(
        String token,

        @Schema(name = "token_type_hint", description = "Accepted but not needed") @Nullable String hint) {

    private static final String TOKEN = "token";
    private static final Set<String> SINGLE_VALUED = Set.of(TOKEN, "token_type_hint");

    static @Nullable OAuthError fault(OAuthForm form) {
        String repeated = form.repeated(SINGLE_VALUED);
        if (repeated != null) {
            return OAuthError.invalidRequest(repeated + " is there more than once.");
        }
        return form.get(TOKEN) == null ? OAuthError.invalidRequest("token is missing.") : null;
    }

    /** The token in a form that has no fault. */
    static String of(OAuthForm form) {
        return Objects.requireNonNull(form.get(TOKEN));
    }
}
