/** How often callers may do what costs: token buckets in this node's memory. Must not reach the database. */
@NullMarked
package io.gatehouse.web.rate;

import org.jspecify.annotations.NullMarked;
