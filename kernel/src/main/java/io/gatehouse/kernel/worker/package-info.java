/** The few threads of a node that work off what lies in the database. Must not know what that is. */
@NullMarked
package io.gatehouse.kernel.worker;

import org.jspecify.annotations.NullMarked;
