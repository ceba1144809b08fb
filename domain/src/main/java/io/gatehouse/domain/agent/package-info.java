/** Agents, and the blueprint items of templates. Must not know tokens or hosts. */
@NullMarked
package io.gatehouse.domain.agent;

import org.jspecify.annotations.NullMarked;
