package io.gatehouse.dev.issuer;

/** A client asked the authorization endpoint for something that it cannot have; the message is for its developer. */
final class InvalidAuthorizationRequest extends Exception {

    private static final long serialVersionUID = 1;

    InvalidAuthorizationRequest(String message) {
        super(message);
    }
}
