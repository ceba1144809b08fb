package io.gatehouse.web.oauth.oidc;

import java.io.IOException;

/** The OpenID provider does not respond, or not usably. The person who signs in is not at fault. */
public final class ProviderUnavailableException extends IOException {

    private static final long serialVersionUID = 1;

    ProviderUnavailableException(String message) {
        super(message);
    }

    ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
