/** Logs outages of services that Gatehouse depends on. Must not know which services these are. */
@NullMarked
package io.gatehouse.kernel.outage;

import org.jspecify.annotations.NullMarked;
