/**
 * Registered agents: registration, revocation, lists, and which of them serve templates. Must not know how agents
 * exchange messages.
 */
@NullMarked
package io.gatehouse.registry.agent;

import org.jspecify.annotations.NullMarked;
