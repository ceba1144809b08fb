/** What this node counts, for Prometheus. Counts nothing itself. */
@NullMarked
package io.gatehouse.web.metrics;

import org.jspecify.annotations.NullMarked;
