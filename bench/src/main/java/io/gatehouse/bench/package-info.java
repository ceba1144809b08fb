/**
 * Benchmarks of what is on a hot path, each beside a baseline of the same run. Must not be needed by anything that
 * ships.
 */
@NullMarked
package io.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
