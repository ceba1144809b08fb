/**
 * The {@code Idempotency-Key} header: a repeated call gets its first answer again. The registry decides what is stored
 * and for how long; nothing here may interpret a body.
 */
@NullMarked
package io.gatehouse.web.edge.idempotency;

import org.jspecify.annotations.NullMarked;
