package io.gatehouse.web.oidc;

import java.io.IOException;

/** The OpenID provider does not answer, or answers what nobody can use: no fault of the person who signs in. */
public final class ProviderUnavailableException extends IOException {

    private static final long serialVersionUID = 1;

    ProviderUnavailableException(String message) {
        super(message);
    }

    ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
