package io.gatehouse.web.jwt;

import java.time.Duration;

/** What became of the wish to verify a JWT. */
public sealed interface JwtVerdict {

    record Accepted(VerifiedToken token) implements JwtVerdict {}

    /** @param why for the client's developer: an {@code error_description} of RFC 6750, so plain ASCII without quotes */
    record Rejected(String why) implements JwtVerdict {}

    /** Nothing is known of the token: it is our own keys that cannot be had. */
    record KeysUnavailable(Duration retryAfter) implements JwtVerdict {}
}
