/** Where transactions begin, and which lost races are worth another try. Must not know what they are for. */
@NullMarked
package io.gatehouse.kernel.transaction;

import org.jspecify.annotations.NullMarked;
