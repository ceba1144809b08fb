/** Checks the architecture's module rules on the classes of all modules, and that each rule detects a violation. */
@NullMarked
package io.gatehouse.web.architecture;

import org.jspecify.annotations.NullMarked;
