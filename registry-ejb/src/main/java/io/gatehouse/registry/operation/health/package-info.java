/** Whether the database can serve requests. Reads no table. */
@NullMarked
package io.gatehouse.registry.operation.health;

import org.jspecify.annotations.NullMarked;
