/** Migrations that no SQL can do. The others are in {@code db/migration}. Must not use entities: those change after them. */
@NullMarked
package io.gatehouse.domain.migration;

import org.jspecify.annotations.NullMarked;
