/**
 * The one data source: H2 or PostgreSQL by configuration, migrated before the first connection is handed out. Knows
 * tables only through the migrations; must not hold entities.
 */
@NullMarked
package io.gatehouse.kernel.database;

import org.jspecify.annotations.NullMarked;
