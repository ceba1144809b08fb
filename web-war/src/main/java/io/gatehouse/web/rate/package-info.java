/** Rate limits for expensive operations: token buckets in this node's memory. Must not use the database. */
@NullMarked
package io.gatehouse.web.rate;

import org.jspecify.annotations.NullMarked;
