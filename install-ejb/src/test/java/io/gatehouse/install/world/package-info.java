/**
 * A deployment in a test: every bean of this module wired by hand over a real database, and small twins of what the
 * registry does for it. Holds no test.
 */
@NullMarked
package io.gatehouse.install.world;

import org.jspecify.annotations.NullMarked;
