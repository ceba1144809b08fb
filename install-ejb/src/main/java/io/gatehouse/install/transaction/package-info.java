/** A cache for data that transactions read. Must not know the data. */
@NullMarked
package io.gatehouse.install.transaction;

import org.jspecify.annotations.NullMarked;
