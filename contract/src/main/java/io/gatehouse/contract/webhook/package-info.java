/**
 * Deliveries of chat platforms over HTTP. Implemented by the install module; must not know HTTP beyond headers and
 * bytes.
 */
@NullMarked
package io.gatehouse.contract.webhook;

import org.jspecify.annotations.NullMarked;
