/** Exceptions for a database that is unavailable or busy. Must not know the callers. */
@NullMarked
package io.gatehouse.kernel.fault;

import org.jspecify.annotations.NullMarked;
