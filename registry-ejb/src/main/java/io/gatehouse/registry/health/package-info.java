/** Whether the database can serve. Reads nothing but the answer to a query without a table. */
@NullMarked
package io.gatehouse.registry.health;

import org.jspecify.annotations.NullMarked;
