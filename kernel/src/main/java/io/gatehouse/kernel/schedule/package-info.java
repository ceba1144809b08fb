/** Runs tasks for timers. Knows no specific task. */
@NullMarked
package io.gatehouse.kernel.schedule;

import org.jspecify.annotations.NullMarked;
