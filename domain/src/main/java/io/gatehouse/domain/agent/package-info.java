/** Agents and the blueprint items that templates bring along. Must not know of tokens and hosts. */
@NullMarked
package io.gatehouse.domain.agent;

import org.jspecify.annotations.NullMarked;
