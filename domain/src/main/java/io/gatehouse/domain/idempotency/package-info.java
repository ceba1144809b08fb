/** First answers of calls that carry an Idempotency-Key, sealed. */
@NullMarked
package io.gatehouse.domain.idempotency;

import org.jspecify.annotations.NullMarked;
