/**
 * Runs once at the start: logs unknown configuration keys, opens the database, and creates the initial rows. Must not
 * serve requests.
 */
@NullMarked
package io.gatehouse.registry.operation.start;

import org.jspecify.annotations.NullMarked;
