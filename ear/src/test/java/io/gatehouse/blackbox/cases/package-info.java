/** The cases, each suite an interface, none of which knows on which server it runs. */
@NullMarked
package io.gatehouse.blackbox.cases;

import org.jspecify.annotations.NullMarked;
