/** A resource that does nothing, to measure the others against. Must not be reachable unless {@code gatehouse.bench=true}. */
@NullMarked
package io.gatehouse.dev.bench;

import org.jspecify.annotations.NullMarked;
