package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.web.jwt.VerifiedToken;
import org.jspecify.annotations.Nullable;

/**
 * A token that holds.
 *
 * @param details of the opaque token that it is, or that it was exchanged for
 * @param jwt what was exchanged for it; null if it is the opaque token itself
 */
record InspectedToken(TokenDetails details, @Nullable VerifiedToken jwt) {}
