/**
 * Hosts, their leases and what is bound to them. Whatever happens to a host and its bindings happens under the lock of
 * the host's row, and is numbered in the order of the commits. Must not know how agents talk, nor their tokens.
 */
@NullMarked
package io.gatehouse.registry.host;

import org.jspecify.annotations.NullMarked;
