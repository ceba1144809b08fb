/** Redemptions of install tokens, and answered chat messages. Must not contain a token in clear text. */
@NullMarked
package io.gatehouse.domain.claim;

import org.jspecify.annotations.NullMarked;
