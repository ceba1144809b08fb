/** What timers call for. Knows no chore in particular. */
@NullMarked
package io.gatehouse.kernel.chore;

import org.jspecify.annotations.NullMarked;
