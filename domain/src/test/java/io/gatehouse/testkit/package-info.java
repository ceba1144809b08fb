/**
 * What store tests of every module share: both databases with the real schema and the real persistence unit, many
 * threads, and a clock that is set by hand. Must not know any store.
 */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
