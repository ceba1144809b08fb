package io.gatehouse.web.edge.signature;

/** A signature that is refused without being verified. The message is for the client's developer. */
public final class InvalidSignatureException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSignatureException(String why) {
        super(why, null, false, false);
    }

    /** Without a trailing full stop. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
