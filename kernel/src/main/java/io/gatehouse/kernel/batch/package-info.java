/** Batches requests that are so frequent that the call itself is most of their cost. */
@NullMarked
package io.gatehouse.kernel.batch;

import org.jspecify.annotations.NullMarked;
