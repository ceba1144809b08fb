/** Requests that wait for news on one node. Must not know what they wait for, and must not access the database. */
@NullMarked
package io.gatehouse.kernel.waiting;

import org.jspecify.annotations.NullMarked;
