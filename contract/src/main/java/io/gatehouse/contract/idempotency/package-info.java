/** The first answer of a call that carries an Idempotency-Key. Implemented by the registry. */
@NullMarked
package io.gatehouse.contract.idempotency;

import org.jspecify.annotations.NullMarked;
