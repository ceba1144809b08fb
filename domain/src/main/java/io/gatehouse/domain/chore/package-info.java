/** What timers call for. Knows no chore in particular. */
@NullMarked
package io.gatehouse.domain.chore;

import org.jspecify.annotations.NullMarked;
