/**
 * Support for store tests of every module: both databases with the real schema and persistence unit, concurrent
 * threads, and a clock that is set by hand. Must not know any store.
 */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
