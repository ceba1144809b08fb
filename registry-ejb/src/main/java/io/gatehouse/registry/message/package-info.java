/**
 * What agents say and what waits for them: sends that happen once, inboxes with positions, and those who wait at them.
 * Knows the homeserver by its port only, and nothing of HTTP.
 */
@NullMarked
package io.gatehouse.registry.message;

import org.jspecify.annotations.NullMarked;
