/**
 * The only data source: H2 or PostgreSQL by configuration, migrated before the first connection is returned. Knows
 * tables only through the migrations; must not contain entities.
 */
@NullMarked
package io.gatehouse.kernel.database;

import org.jspecify.annotations.NullMarked;
