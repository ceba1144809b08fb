/**
 * Migrations that SQL cannot do. The others are in {@code db/migration}. Must not use entities, which change after a
 * migration was written.
 */
@NullMarked
package io.gatehouse.domain.migration;

import org.jspecify.annotations.NullMarked;
