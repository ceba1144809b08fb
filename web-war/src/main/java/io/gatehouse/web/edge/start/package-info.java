/** Logs that the application has started. Must not serve requests. */
@NullMarked
package io.gatehouse.web.edge.start;

import org.jspecify.annotations.NullMarked;
