package io.gatehouse.web.oauth.jwt;

import java.time.Duration;

/** The result of verifying a JWT. */
public sealed interface JwtVerdict {

    record Accepted(VerifiedToken token) implements JwtVerdict {}

    /** @param why for the client's developer: an {@code error_description} of RFC 6750, so ASCII without quotes */
    record Rejected(String why) implements JwtVerdict {}

    /** The token could not be verified because the issuer's keys are not available. */
    record KeysUnavailable(Duration retryAfter) implements JwtVerdict {}
}
