/** The registry of agents that run on hosts: their names, and what hosts ask of it. Must not know how agents talk. */
@NullMarked
package io.gatehouse.contract.registry;

import org.jspecify.annotations.NullMarked;
