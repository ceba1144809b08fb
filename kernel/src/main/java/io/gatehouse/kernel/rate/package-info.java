/** Rate limits in this node's memory. Must not know what is limited, and must not use the database. */
@NullMarked
package io.gatehouse.kernel.rate;

import org.jspecify.annotations.NullMarked;
