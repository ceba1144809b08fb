package io.gatehouse.web.jwt;

/** The keys of an issuer cannot be had: a fault of ours or the issuer's, not of the token. */
public final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    public KeysUnavailableException(String message) {
        super(message);
    }

    public KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
