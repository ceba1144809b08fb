package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A valid token.
 *
 * @param details of the opaque token itself, or of the one that the JWT was exchanged for
 * @param jwt null for an opaque token
 */
record InspectedToken(TokenDetails details, @Nullable VerifiedToken jwt) {}
