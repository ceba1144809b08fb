package io.gatehouse.web.oidc;

/** The OpenID provider does not answer, or answers what nobody can use: no fault of the person who signs in. */
public final class ProviderUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    ProviderUnavailableException(String message) {
        super(message);
    }

    ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
