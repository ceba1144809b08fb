/** Stored answers of calls that carry an Idempotency-Key. Implemented by the registry. */
@NullMarked
package io.gatehouse.contract.idempotency;

import org.jspecify.annotations.NullMarked;
