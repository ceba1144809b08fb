/** How outages of what Gatehouse depends on stand in the log. Must not know what that is. */
@NullMarked
package io.gatehouse.kernel.outage;

import org.jspecify.annotations.NullMarked;
