/** Holds the rules of the architecture over the classes of this module. */
@NullMarked
package io.gatehouse.dev.architecture;

import org.jspecify.annotations.NullMarked;
