/**
 * Hosts, their leases and bindings. Every change of a host and its bindings is made under the lock of the host's row,
 * and is numbered in the order of the commits. Must not know how agents exchange messages, nor their tokens.
 */
@NullMarked
package io.gatehouse.registry.agent.host;

import org.jspecify.annotations.NullMarked;
