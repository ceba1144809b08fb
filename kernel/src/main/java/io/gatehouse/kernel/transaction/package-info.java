/**
 * Where transactions begin, which lost races are worth another try, and a cache for what transactions read. Must not know
 * what they are for.
 */
@NullMarked
package io.gatehouse.kernel.transaction;

import org.jspecify.annotations.NullMarked;
