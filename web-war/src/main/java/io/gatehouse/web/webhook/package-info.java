/**
 * Where chat platforms deliver. Hands on what came, byte for byte; whether it is genuine is judged behind the contract, and
 * nothing here reads it.
 */
@NullMarked
package io.gatehouse.web.webhook;

import org.jspecify.annotations.NullMarked;
