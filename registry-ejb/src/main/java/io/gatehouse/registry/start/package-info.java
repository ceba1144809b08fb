/** What happens once at the start: the configuration is judged, the database opened. Must not serve requests. */
@NullMarked
package io.gatehouse.registry.start;

import org.jspecify.annotations.NullMarked;
