/** What a caller is told where the database is away, or busy. Must not know who asks. */
@NullMarked
package io.gatehouse.kernel.fault;

import org.jspecify.annotations.NullMarked;
