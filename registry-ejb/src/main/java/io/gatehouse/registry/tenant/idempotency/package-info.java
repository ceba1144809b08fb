/** Stores first answers for a day, sealed. Must not know what a call does. */
@NullMarked
package io.gatehouse.registry.tenant.idempotency;

import org.jspecify.annotations.NullMarked;
