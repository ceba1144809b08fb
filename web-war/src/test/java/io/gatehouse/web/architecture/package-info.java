/** Holds the module rules of the architecture over the classes of every module, and shows that each rule bites. */
@NullMarked
package io.gatehouse.web.architecture;

import org.jspecify.annotations.NullMarked;
