/** Exposes the node's metrics to Prometheus. Counts nothing itself. */
@NullMarked
package io.gatehouse.web.api.metrics;

import org.jspecify.annotations.NullMarked;
