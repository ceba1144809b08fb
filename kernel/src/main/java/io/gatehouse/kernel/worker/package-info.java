/** The worker threads of a node that process items in the database. Must not know what the items are. */
@NullMarked
package io.gatehouse.kernel.worker;

import org.jspecify.annotations.NullMarked;
