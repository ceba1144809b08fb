/**
 * Whether the node lives, can serve, and has started: MicroProfile Health checks, and the paths that show them on servers
 * that show them nowhere or elsewhere. Must not change anything.
 */
@NullMarked
package io.gatehouse.web.health;

import org.jspecify.annotations.NullMarked;
