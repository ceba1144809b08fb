/** What timers call for. Knows no chore in particular. */
@NullMarked
package io.gatehouse.kernel.schedule;

import org.jspecify.annotations.NullMarked;
