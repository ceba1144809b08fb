/**
 * Receives deliveries of chat platforms. Passes them on byte for byte; the contract behind it verifies the proof, and
 * nothing here reads the content.
 */
@NullMarked
package io.gatehouse.web.api.webhook;

import org.jspecify.annotations.NullMarked;
