/**
 * Gives a repeated call its first answer again (the {@code Idempotency-Key} header). What is kept, and for how long, is the
 * registry's; nothing here may know what a body says.
 */
@NullMarked
package io.gatehouse.web.idempotency;

import org.jspecify.annotations.NullMarked;
