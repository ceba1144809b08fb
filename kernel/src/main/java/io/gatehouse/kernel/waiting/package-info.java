/** Who waits for news on one node. Knows nothing of what is waited for, and asks no database. */
@NullMarked
package io.gatehouse.kernel.waiting;

import org.jspecify.annotations.NullMarked;
