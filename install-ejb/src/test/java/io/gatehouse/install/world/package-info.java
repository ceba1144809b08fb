/**
 * A deployment for tests: every bean of this module wired by hand over a real database, and small twins of the
 * registry's beans. Contains no tests.
 */
@NullMarked
package io.gatehouse.install.world;

import org.jspecify.annotations.NullMarked;
