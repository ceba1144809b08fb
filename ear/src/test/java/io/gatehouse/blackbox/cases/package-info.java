/** The cases. Each suite is an interface and does not know on which server it runs. */
@NullMarked
package io.gatehouse.blackbox.cases;

import org.jspecify.annotations.NullMarked;
