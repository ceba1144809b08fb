/** The one time that an install token is redeemed, and the chat messages that were answered. Must not hold a raw token. */
@NullMarked
package io.gatehouse.domain.claim;

import org.jspecify.annotations.NullMarked;
