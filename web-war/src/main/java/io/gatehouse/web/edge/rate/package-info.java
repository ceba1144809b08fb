/** Rate limits for expensive operations of the API, on this node. Must not use the database. */
@NullMarked
package io.gatehouse.web.edge.rate;

import org.jspecify.annotations.NullMarked;
