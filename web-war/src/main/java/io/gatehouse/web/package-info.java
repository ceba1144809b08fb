/**
 * The HTTP edge of Gatehouse. This package holds the JAX-RS application alone; each responsibility has a package of its
 * own below it. Nothing here may see an entity or a store: what is behind the edge is reached through contracts.
 */
@NullMarked
package io.gatehouse.web;

import org.jspecify.annotations.NullMarked;
