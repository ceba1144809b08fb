package io.gatehouse.web.edge.problem;

import java.util.Locale;

/** The problem types. Their names are sent on the wire and must not change. */
public enum ProblemType {
    BAD_REQUEST(400, "The request is malformed"),
    INVALID_BODY(400, "The body is not what this path takes"),
    INVALID_PARAMETER(400, "A parameter is not what this path takes"),
    INVALID_IDEMPOTENCY_KEY(400, "The idempotency key is not acceptable"),
    PLATFORM_UNSUPPORTED(400, "The platform is not supported"),
    CREDENTIALS_REQUIRED(401, "Credentials are required"),
    INVALID_REQUEST(401, "The credentials are malformed"),
    INVALID_TOKEN(401, "The token is not accepted"),
    INVALID_SIGNATURE(401, "The signature is not accepted"),
    FORBIDDEN(403, "The credentials do not allow this"),
    INSUFFICIENT_SCOPE(403, "The token lacks the scope of this call"),
    NOT_OWN_AGENT(403, "An agent acts as itself only"),
    CROSS_ORIGIN(403, "Another site may have made the browser call"),
    HOST_MISMATCH(403, "The host is another than the token's"),
    WEBHOOK_NOT_GENUINE(403, "The delivery is not proved to be the platform's"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_HOST(404, "There is no such host"),
    UNKNOWN_AGENT(404, "There is no such agent"),
    UNKNOWN_ROOM(404, "There is no such room"),
    UNKNOWN_SLUG(404, "There is no such template"),
    NOT_INSTALLED(404, "The agent is not installed"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the acceptable media types is on offer"),
    NO_PERSONAL_ORG(409, "There is no personal organization"),
    NOT_INSTALLABLE(409, "The template cannot be installed"),
    SLUG_COLLISION(409, "An item of the same name is in the way"),
    HOST_NAME_TAKEN(409, "Another host has this name"),
    AGENT_USER_ID_TAKEN(409, "Another agent has this user id"),
    MASS_RETIRE(409, "The snapshot would retire more than half of the agents"),
    SIGN_IN_IDENTITY(409, "The identity is the one to sign in with"),
    IDEMPOTENCY_KEY_IN_FLIGHT(409, "The first call with this idempotency key has not finished"),
    CONFLICT(409, "The request conflicts with what is there"),
    GENERATION_RETIRED(410, "The registration is over"),
    PRECONDITION_FAILED(412, "The resource is not in the state that the request expects"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    TXN_ID_REUSED(422, "The transaction id was used for another message"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "Something went wrong inside"),
    NOT_IMPLEMENTED(501, "The method is not implemented"),
    UNAVAILABLE(503, "A part of the service does not answer"),
    KEYS_UNAVAILABLE(503, "The keys to verify tokens with cannot be had");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** As in {@code urn:gatehouse:problem:invalid_token}. */
    public String uri() {
        return "urn:gatehouse:problem:" + name().toLowerCase(Locale.ROOT);
    }

    /** The type for a status that the server or JAX-RS decided on. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> CREDENTIALS_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }
}
