/** The only place that reads the clock, and the mapping of instants to columns. */
@NullMarked
package io.gatehouse.kernel.time;

import org.jspecify.annotations.NullMarked;
