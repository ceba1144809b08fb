/** Benchmarks of hot paths, each with a baseline of the same run. Nothing that ships may depend on them. */
@NullMarked
package io.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
