/** The one place that asks what time it is, and how instants are kept. Nothing else may read the clock. */
@NullMarked
package io.gatehouse.kernel.time;

import org.jspecify.annotations.NullMarked;
