/**
 * The HTTP edge of Gatehouse. This package holds the JAX-RS application only; each responsibility has a package of its
 * own below it. Nothing here may use an entity or a store: the code behind the edge is called through contracts.
 */
@NullMarked
package io.gatehouse.web;

import org.jspecify.annotations.NullMarked;
