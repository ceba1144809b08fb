/**
 * Liveness, readiness and startup of the node as MicroProfile Health checks, and the paths for servers that have none
 * or have them elsewhere. Must not change anything.
 */
@NullMarked
package io.gatehouse.web.api.health;

import org.jspecify.annotations.NullMarked;
