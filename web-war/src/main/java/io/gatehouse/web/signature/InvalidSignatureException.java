package io.gatehouse.web.signature;

/** A signature that need not be verified to be refused. The message says why, to the client's developer. */
public final class InvalidSignatureException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSignatureException(String why) {
        super(why, null, false, false);
    }

    /** Without a full stop at its end. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
