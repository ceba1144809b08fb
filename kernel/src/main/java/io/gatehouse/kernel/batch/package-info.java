/** One call that answers many callers, for what is asked so often that the call itself is most of the cost. */
@NullMarked
package io.gatehouse.kernel.batch;

import org.jspecify.annotations.NullMarked;
