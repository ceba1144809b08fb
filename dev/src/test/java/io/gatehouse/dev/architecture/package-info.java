/** Checks the rules of the architecture on the classes of this module. */
@NullMarked
package io.gatehouse.dev.architecture;

import org.jspecify.annotations.NullMarked;
