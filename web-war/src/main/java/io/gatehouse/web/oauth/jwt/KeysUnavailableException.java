package io.gatehouse.web.oauth.jwt;

/** The keys of an issuer are not available: a fault on our side or the issuer's, not of the token. */
public final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    public KeysUnavailableException(String message) {
        super(message);
    }

    public KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
