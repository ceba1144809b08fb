/**
 * The registry of agents that run on hosts: their names, and the calls of hosts. Must not know how agents send
 * messages.
 */
@NullMarked
package io.gatehouse.contract.registry;

import org.jspecify.annotations.NullMarked;
